package com.tachyonfuture.mailtrack.application.demo;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A made-up mail and what fetched its image.
 *
 * @param track with the mark, and the time when it was created
 * @param hits of this track, in any order
 * @param pinned whether it is one to be seen first
 * @param stoppedAt since when nothing is recorded for it; null while it is
 */
public record SampleMail(
        Track track,
        List<Hit> hits,
        boolean pinned,
        @Nullable Instant stoppedAt) {

    public SampleMail {
        if (!SampleMark.isOn(track.id())) {
            throw new IllegalArgumentException("a sample track has the mark in its id");
        }
        hits = List.copyOf(hits);
    }

    /** Neither pinned nor stopped. */
    public SampleMail(Track track, List<Hit> hits) {
        this(track, hits, false, null);
    }

    public SampleMail withPin() {
        return new SampleMail(track, hits, true, stoppedAt);
    }

    /** Stopped at a time, so that nothing fetches it in vain later. */
    public SampleMail stoppedAt(Instant at) {
        List<Hit> before =
                hits.stream().filter(hit -> hit.receivedAt().isBefore(at)).toList();
        return new SampleMail(track, before, pinned, at);
    }
}
