package com.tachyonfuture.mailtrack.web.self;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Done;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.NoSuchOpen;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Outcome;
import com.tachyonfuture.mailtrack.application.self.KeepOwnAddresses.Refused;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import java.util.regex.Pattern;

/// The ids of opens in paths, and what came of saying that one is one's own.
final class SelfOutcomes {

    private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

    private SelfOutcomes() {}

    /// @throws RefusedRequest when no open can have it
    static long id(String open) {
        if (!ID.matcher(open).matches()) {
            throw unknown();
        }
        return Long.parseLong(open);
    }

    /// @throws RefusedRequest when it came to nothing
    static Done done(Outcome outcome) {
        return switch (outcome) {
            case Done done -> done;
            case NoSuchOpen() -> throw unknown();
            case Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private static RefusedRequest unknown() {
        return new RefusedRequest(Refusal.notFound("open_not_found", "The track has no open with this id."));
    }
}
