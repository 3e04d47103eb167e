package com.tachyonfuture.mailtrack.application.contract;

import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.application.classify.port.History;
import com.tachyonfuture.mailtrack.application.live.port.Arrivals;
import com.tachyonfuture.mailtrack.application.recipient.port.Recipients;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import com.tachyonfuture.mailtrack.application.self.port.OwnAddresses;
import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.application.stats.port.Totals;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports;
import java.time.Duration;

/** The ports of one empty storage, as the contracts use them; the same storage for all calls within a test. */
public interface StorageFixture {

    /** How long after an open another one of the same viewer is a repeat. */
    Duration REPEAT_WINDOW = Duration.ofMinutes(15);

    Tracks tracks();

    Opens opens();

    Arrivals arrivals();

    OpenLog openLog();

    Quarantine quarantine();

    History history();

    Totals totals();

    Numbers numbers();

    Recipients recipients();

    OwnerPassword ownerPassword();

    Sessions sessions();

    SignInFailures signInFailures();

    ApiKeys apiKeys();

    OwnAddresses ownAddresses();

    Imports imports();
}
