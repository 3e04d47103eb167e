package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// A [HitSpool] in memory, with room for so many hits. Hits outlive a database that is down, not this process.
///
/// Appending takes no lock: a slot is counted first, then the hit queued. Positions belong to the order of the queue,
/// so the one thread that drains numbers the hits as it takes them out.
public final class MemoryHitSpool implements HitSpool {

    private static final CompletionStage<Receipt> KEPT = CompletableFuture.completedStage(Receipt.KEPT);
    private static final CompletionStage<Receipt> FULL = CompletableFuture.completedStage(Receipt.FULL);

    private final String name;
    private final long room;
    private final ConcurrentLinkedQueue<Hit> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong waiting = new AtomicLong();

    /// The position of the oldest hit that waits. Written by the draining thread only.
    private long start;

    /// @param name unique among all spools that ever write to one database
    /// @param room how many hits may wait, at least 1
    public MemoryHitSpool(String name, long room) {
        if (room < 1) {
            throw new IllegalArgumentException("a spool has room for at least one hit, not " + room);
        }
        this.name = name;
        this.room = room;
    }

    @Override
    public CompletionStage<Receipt> append(Hit hit) {
        if (waiting.incrementAndGet() > room) {
            waiting.decrementAndGet();
            return FULL;
        }
        queue.add(hit);
        return KEPT;
    }

    @Override
    public Batch next(int limit) {
        List<Hit> hits = new ArrayList<>();
        for (Hit hit : queue) {
            if (hits.size() == limit) {
                break;
            }
            hits.add(hit);
        }
        return new Batch(name, start, hits);
    }

    @Override
    public void acknowledge(long position) {
        while (start < position && queue.poll() != null) {
            start++;
            waiting.decrementAndGet();
        }
    }

    @Override
    public long depth() {
        return waiting.get();
    }
}
