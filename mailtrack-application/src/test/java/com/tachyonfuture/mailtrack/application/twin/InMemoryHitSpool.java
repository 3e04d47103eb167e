package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.health.port.SpoolProbe;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@link HitSpool} in memory, with room for a few hits, and its {@link SpoolProbe}. */
public final class InMemoryHitSpool implements HitSpool, SpoolProbe {

    private final Queue<Hit> hits = new ArrayDeque<>();
    private final int room;
    private long start;
    private boolean closed;

    public InMemoryHitSpool(int room) {
        this.room = room;
    }

    @Override
    public synchronized CompletionStage<Receipt> append(Hit hit) {
        if (closed) {
            return CompletableFuture.completedStage(Receipt.FAILED);
        }
        if (hits.size() >= room) {
            return CompletableFuture.completedStage(Receipt.FULL);
        }
        hits.add(hit);
        return CompletableFuture.completedStage(Receipt.KEPT);
    }

    @Override
    public synchronized Batch next(int limit) {
        return new Batch("twin", start, hits.stream().limit(limit).toList());
    }

    @Override
    public synchronized void acknowledge(long position) {
        while (start < position && !hits.isEmpty()) {
            hits.remove();
            start++;
        }
    }

    @Override
    public synchronized long depth() {
        return hits.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    @Override
    public synchronized Optional<String> problem() {
        return hits.size() < room ? Optional.empty() : Optional.of("Hits can't be kept: as many wait as may.");
    }
}
