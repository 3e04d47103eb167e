package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Where hits gather while the writer is busy with those before them. Many threads add; the writer takes.
///
/// Whoever adds holds the lock for as long as it takes to encode one hit. The writer is woken by the first hit of a
/// group only, and only if it waits for one.
final class CommitQueue {

    /// Groups that follow one another begin at least so far apart. It makes them larger and fewer, which costs a client
    /// less than it gains all of them; a hit that comes alone does not wait.
    private static final long PACE = TimeUnit.MICROSECONDS.toNanos(300);

    /// The most hits that wait for the disk. Each holds a request of somebody's.
    private static final int MOST_HITS = 20_000;

    private static final CompletionStage<Receipt> FULL = CompletableFuture.completedStage(Receipt.FULL);
    private static final CompletionStage<Receipt> FAILED = CompletableFuture.completedStage(Receipt.FAILED);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final LongSupplier start;
    private final long room;
    private final int mostBytes;

    private Group gathering = new Group();
    private @Nullable Group done;
    private long end;
    private boolean writerWaits;
    private boolean closed;
    private Receipt refusal = Receipt.KEPT;
    private long refusedAt;
    private long refusedFor;
    private long takenAt = System.nanoTime() - PACE;

    /// Makes an empty queue.
    ///
    /// @param start the position of the oldest hit that is not acknowledged
    /// @param end the position of the next hit
    /// @param room how many hits may lie between the two
    /// @param mostBytes how many bytes may wait
    CommitQueue(LongSupplier start, long end, long room, int mostBytes) {
        this.start = start;
        this.end = end;
        this.room = room;
        this.mostBytes = mostBytes;
    }

    CompletionStage<Receipt> add(Hit hit) {
        lock.lock();
        try {
            if (closed) {
                return FAILED;
            }
            if (isRefused()) {
                return refusal == Receipt.FULL ? FULL : FAILED;
            }
            if (isFull()) {
                return FULL;
            }
            gathering.add(hit);
            end++;
            if (writerWaits) {
                writerWaits = false;
                arrived.signal();
            }
            return gathering.receipt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isRefused() {
        return refusal != Receipt.KEPT && System.nanoTime() - refusedAt < refusedFor;
    }

    private boolean isFull() {
        return isAtLimit() || gathering.hits() >= MOST_HITS || gathering.bytes() > mostBytes - Seal.LONGEST;
    }

    private boolean isAtLimit() {
        return end - start.getAsLong() >= room;
    }

    /// The hits that have come, as soon as there are any; an empty group when there were none for so long; null when
    /// the queue is closed and empty.
    ///
    /// @param previous what this gave before, which is done with
    /// @param longest nanoseconds
    @Nullable
    Group take(@Nullable Group previous, long longest) {
        long asked = System.nanoTime();
        lock.lock();
        try {
            done = previous == null ? done : previous;
            while (true) {
                long now = System.nanoTime();
                boolean empty = gathering.isEmpty();
                long wait = empty ? longest - (now - asked) : PACE - (now - takenAt);
                if (closed || wait <= 0) {
                    return empty ? nothing() : swap(now);
                }
                writerWaits = empty;
                try {
                    var _ = arrived.awaitNanos(wait);
                } catch (InterruptedException _) {
                    // It is nobody's business to interrupt the writer, and would close its file.
                }
                writerWaits = false;
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Group nothing() {
        return closed ? null : new Group();
    }

    private Group swap(long now) {
        takenAt = now;
        Group taken = gathering;
        gathering = done == null ? new Group() : done.successor();
        done = null;
        return taken;
    }

    /// Gives back the positions of hits that could not be kept, and refuses others for a while.
    void giveBack(int hits, Receipt reason, Duration pause) {
        lock.lock();
        try {
            end -= hits;
            refusal = reason;
            refusedAt = System.nanoTime();
            refusedFor = pause.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /// Hits that were accepted and not acknowledged yet.
    long depth() {
        lock.lock();
        try {
            return end - start.getAsLong();
        } finally {
            lock.unlock();
        }
    }

    /// Whether there may be one hit more until some are acknowledged.
    boolean hasRoom() {
        lock.lock();
        try {
            return !isAtLimit();
        } finally {
            lock.unlock();
        }
    }

    /// From now on every hit is refused.
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }
}
