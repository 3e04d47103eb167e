package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.application.classify.port.History;
import com.tachyonfuture.mailtrack.application.contract.StorageFixture;
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

/** The twins over one storage in memory. */
public class InMemoryStorageFixture implements StorageFixture {

    private final InMemoryStorage storage = new InMemoryStorage();
    private final Tracks tracks = new InMemoryTracks(storage);
    private final Opens opens = new InMemoryOpens(storage);
    private final Arrivals arrivals = new InMemoryArrivals(storage);
    private final OpenLog openLog = new InMemoryOpenLog(storage);
    private final Quarantine quarantine = new InMemoryQuarantine(storage);
    private final Totals totals = new InMemoryTotals(storage);
    private final Numbers numbers = new InMemoryNumbers(storage);
    private final Recipients recipients = new InMemoryRecipients(storage);
    private final OwnerPassword ownerPassword = new InMemoryOwnerPassword(storage);
    private final Sessions sessions = new InMemorySessions(storage);
    private final SignInFailures signInFailures = new InMemorySignInFailures(storage);
    private final ApiKeys apiKeys = new InMemoryApiKeys(storage);
    private final OwnAddresses ownAddresses = new InMemoryOwnAddresses(storage);
    private final Imports imports = new InMemoryImports(storage);

    public InMemoryStorage storage() {
        return storage;
    }

    @Override
    public Tracks tracks() {
        return tracks;
    }

    @Override
    public Opens opens() {
        return opens;
    }

    @Override
    public Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public OpenLog openLog() {
        return openLog;
    }

    @Override
    public Quarantine quarantine() {
        return quarantine;
    }

    @Override
    public History history() {
        return new InMemoryHistory(storage);
    }

    @Override
    public Totals totals() {
        return totals;
    }

    @Override
    public Numbers numbers() {
        return numbers;
    }

    @Override
    public Recipients recipients() {
        return recipients;
    }

    @Override
    public OwnerPassword ownerPassword() {
        return ownerPassword;
    }

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public SignInFailures signInFailures() {
        return signInFailures;
    }

    @Override
    public ApiKeys apiKeys() {
        return apiKeys;
    }

    @Override
    public OwnAddresses ownAddresses() {
        return ownAddresses;
    }

    @Override
    public Imports imports() {
        return imports;
    }
}
