package com.tachyonfuture.mailtrack.application.demo;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import java.util.List;

/**
 * A made-up mail and what fetched its image.
 *
 * @param track with the mark, and the time when it was created
 * @param hits of this track, in any order
 */
public record SampleMail(Track track, List<Hit> hits) {

    public SampleMail {
        if (!SampleMark.isOn(track.id())) {
            throw new IllegalArgumentException("a sample track has the mark in its id");
        }
        hits = List.copyOf(hits);
    }
}
