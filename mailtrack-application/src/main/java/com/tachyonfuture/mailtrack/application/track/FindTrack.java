package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import org.jspecify.annotations.Nullable;

/** Finds one track. */
public final class FindTrack {

    /**
     * What is known of the track.
     *
     * @param id the identity asked for
     * @return its name, or null
     */
    public @Nullable String named(TrackId id) {
        return id.value().isEmpty() ? null : id.value();
    }
}
