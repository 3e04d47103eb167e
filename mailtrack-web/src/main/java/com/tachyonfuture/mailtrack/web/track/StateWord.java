package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The states of tracks as addresses and the API call them. Tracks that are hot or quiet are read as well; stopped ones
/// may be in any other state.
enum StateWord {
    WAITING,
    DELIVERED,
    READ,
    HOT,
    QUIET,
    STOPPED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String of(TrackState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /// @throws RefusedRequest when there is no such state
    static @Nullable StateWord parse(@Nullable String code) {
        if (code == null) {
            return null;
        }
        for (StateWord word : values()) {
            if (word.code().equals(code)) {
                return word;
            }
        }
        throw new RefusedRequest(
                Refusal.invalid("state", "must be one of waiting, delivered, read, hot, quiet, stopped"));
    }

    /// Only tracks that are in this state now.
    static TrackFilter limit(TrackFilter filter, @Nullable StateWord word, Instant now) {
        return switch (word) {
            case null -> filter;
            case WAITING -> filter.withState(TrackState.WAITING);
            case DELIVERED -> filter.withState(TrackState.DELIVERED);
            case READ -> filter.withState(TrackState.READ);
            case HOT -> filter.withHotAt(now);
            case QUIET -> filter.withQuietAt(now);
            case STOPPED -> filter.withStopped(true);
        };
    }
}
