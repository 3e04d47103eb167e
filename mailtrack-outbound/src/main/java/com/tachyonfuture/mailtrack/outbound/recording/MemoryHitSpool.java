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
import org.jspecify.annotations.Nullable;

/// A [HitSpool] in memory, with room for so many hits and so many bytes. Hits outlive a database that is down, not this
/// process.
///
/// Appending takes no lock: room is taken first, then the hit queued. Positions belong to the order of the queue, so
/// the one thread that drains numbers the hits as it takes them out. Whoever sees the spool closed and its depth zero
/// knows that nothing comes any more, since room is taken before the door is looked at.
public final class MemoryHitSpool implements HitSpool {

    private static final CompletionStage<Receipt> KEPT = CompletableFuture.completedStage(Receipt.KEPT);
    private static final CompletionStage<Receipt> FULL = CompletableFuture.completedStage(Receipt.FULL);
    private static final CompletionStage<Receipt> FAILED = CompletableFuture.completedStage(Receipt.FAILED);

    /// What a hit takes beside its texts: its objects, its id, its place in the queue.
    private static final int BYTES_PER_HIT = 256;

    private static final int BYTES_PER_CHARACTER = 2;

    private final String name;
    private final long room;
    private final long bytes;
    private final ConcurrentLinkedQueue<Hit> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong waitingBytes = new AtomicLong();
    private volatile boolean closed;

    /// The position of the oldest hit that waits. Written by the draining thread only.
    private long start;

    /// Makes an empty spool.
    ///
    /// @param name unique among all spools that ever write to one database
    /// @param room how many hits may wait, at least 1
    /// @param bytes how much memory they may take: strangers choose how long a hit is
    public MemoryHitSpool(String name, long room, long bytes) {
        if (room < 1) {
            throw new IllegalArgumentException("a spool has room for at least one hit, not " + room);
        }
        this.name = name;
        this.room = room;
        this.bytes = bytes;
    }

    @Override
    public CompletionStage<Receipt> append(Hit hit) {
        long size = size(hit);
        boolean fits = waiting.incrementAndGet() <= room;
        fits &= waitingBytes.addAndGet(size) <= bytes;
        if (!fits || closed) {
            release(size);
            return closed ? FAILED : FULL;
        }
        queue.add(hit);
        return KEPT;
    }

    private static long size(Hit hit) {
        return BYTES_PER_HIT + (long) BYTES_PER_CHARACTER * (length(hit.userAgent()) + length(hit.referer()));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private void release(long size) {
        waitingBytes.addAndGet(-size);
        waiting.decrementAndGet();
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
        while (start < position) {
            Hit hit = queue.poll();
            if (hit == null) {
                return;
            }
            start++;
            release(size(hit));
        }
    }

    @Override
    public long depth() {
        return waiting.get();
    }

    @Override
    public void close() {
        closed = true;
    }
}
