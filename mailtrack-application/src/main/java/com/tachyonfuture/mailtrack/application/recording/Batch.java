package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.util.List;

/**
 * Hits that follow one another in a spool.
 *
 * @param spool the spool's name, at most 64 ASCII characters
 * @param start the position of the first hit
 */
public record Batch(String spool, long start, List<Hit> hits) {

    public Batch {
        hits = List.copyOf(hits);
    }

    /** The position after the last hit. */
    public long end() {
        return start + hits.size();
    }

    public boolean isEmpty() {
        return hits.isEmpty();
    }

    /** The hits from one position to just before another, which both lie in this batch. */
    Batch part(long from, long to) {
        return new Batch(spool, from, hits.subList(Math.toIntExact(from - start), Math.toIntExact(to - start)));
    }
}
