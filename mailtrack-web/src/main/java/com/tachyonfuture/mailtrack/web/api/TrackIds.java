package com.tachyonfuture.mailtrack.web.api;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.TrackId;

/// The ids of tracks in paths.
public final class TrackIds {

    private TrackIds() {}

    /// The id that a part of a path stands for.
    ///
    /// @throws RefusedRequest when no track can have it
    public static TrackId parse(String id) {
        return TrackId.parse(id).orElseThrow(TrackIds::unknown);
    }

    /// Refuses an id that no track has.
    public static RefusedRequest unknown() {
        return new RefusedRequest(Refusal.notFound("track_not_found", "There is no track with this id."));
    }
}
