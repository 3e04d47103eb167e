package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A spool that proves that beans compile.
@Singleton
public final class Spool {

    private final Queue<TrackId> hits = new ArrayDeque<>();

    /// Keeps a hit.
    public void append(TrackId hit) {
        hits.add(hit);
    }

    /// Takes the oldest hit.
    public @Nullable TrackId next() {
        return hits.poll();
    }
}
