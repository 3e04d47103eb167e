package com.tachyonfuture.mailtrack.mysql.recording;

import org.jspecify.annotations.Nullable;

/// How far a walk through history came: all tracks up to one.
///
/// The walk takes tracks in the order of their creation, those first of which it is not known. For opens lie in the
/// order of their recording, so the opens of tracks of the same time lie near one another: with tracks in the order of
/// their ids, which are random, each open would be read from another page of the disk.
///
/// @param createdAt when that track was created, as the database writes it
/// @param track its id as the database spells it; empty at the beginning
/// @param open up to which its opens are done; null when all are
record PlaceInHistory(
        @Nullable String createdAt, String track, @Nullable Long open) {

    static final PlaceInHistory BEGINNING = new PlaceInHistory(null, "", null);

    /// Before the first open of a track.
    static PlaceInHistory at(@Nullable String createdAt, String track) {
        return new PlaceInHistory(createdAt, track, Long.MIN_VALUE);
    }

    /// Behind an open of the same track.
    PlaceInHistory behind(long id) {
        return new PlaceInHistory(createdAt, track, id);
    }

    /// Behind all opens of the same track.
    PlaceInHistory behindAll() {
        return new PlaceInHistory(createdAt, track, null);
    }
}
