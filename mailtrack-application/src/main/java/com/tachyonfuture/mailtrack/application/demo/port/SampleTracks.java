package com.tachyonfuture.mailtrack.application.demo.port;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.List;

/**
 * Tells sample tracks from the others, by the mark in their ids. What it costs does not grow with the number of others.
 * Every method may block, and throws {@code StorageUnavailable}.
 */
public interface SampleTracks {

    /**
     * Some of the sample tracks, in any order; empty when there is none.
     *
     * @param limit how many at most
     */
    List<TrackId> some(int limit);

    /** Whether there is a track that is no sample. */
    boolean areOthersThere();
}
