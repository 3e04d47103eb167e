package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps one file full of zeros ready to become the next segment, so that the writer does not wait for it.
///
/// Zeros are really written: then the blocks are there and known to be in use, and to force a record is one write,
/// without the file system's own books.
final class Spares {

    /// A file of zeros, on the disk, under a name that is no segment's.
    record Spare(Path file, OpenFile content) {}

    /// There can't be a spare, since the spool has reached its limit.
    static final class NoRoom extends IOException {

        private static final long serialVersionUID = 1L;

        NoRoom(long mostBytes) {
            super("the spool has reached its limit of " + mostBytes + " bytes");
        }
    }

    private static final String BEGINNING = "spare-";
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final int ZEROS = 256 * 1024;

    /// Forced in steps, so that the writer's own forces do not queue behind a large one.
    private static final long BYTES_PER_FORCE = 1024 * 1024;

    private final Disk disk;
    private final Path folder;
    private final Segments segments;
    private final int size;
    private final long mostBytes;
    private final Consumer<String> reports;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread =
            Thread.ofPlatform().name("spool-spares").daemon(true).unstarted(this::run);
    private @Nullable Spare ready;
    private @Nullable IOException trouble;
    private long roomMade;
    private boolean taken;
    private boolean closed;
    private int number;

    /// Makes a keeper that does nothing yet.
    ///
    /// @param size bytes of each file
    /// @param mostBytes how many bytes the segments may take, with the spare one
    Spares(Disk disk, Path folder, Segments segments, int size, long mostBytes, Consumer<String> reports) {
        this.disk = disk;
        this.folder = folder;
        this.segments = segments;
        this.size = size;
        this.mostBytes = mostBytes;
        this.reports = reports;
    }

    static boolean isSpare(Path file) {
        return file.getFileName().toString().startsWith(BEGINNING);
    }

    void start() {
        thread.start();
    }

    /// The next file, as soon as it is ready. No other is made until this one is [placed][#placed()].
    ///
    /// @throws IOException when none can be made now, saying why
    Spare take() throws IOException {
        lock.lock();
        try {
            while (ready == null && trouble == null && !closed) {
                changed.awaitUninterruptibly();
            }
            if (ready == null) {
                throw trouble == null ? new IOException("the spool is closed") : trouble;
            }
            Spare spare = ready;
            ready = null;
            taken = true;
            return spare;
        } finally {
            lock.unlock();
        }
    }

    /// To be called when what was taken is among the segments, or gone.
    void placed() {
        lock.lock();
        try {
            taken = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Why there is no spare, when that is so.
    Optional<String> problem() {
        lock.lock();
        try {
            return Optional.ofNullable(trouble).map(IOException::getMessage);
        } finally {
            lock.unlock();
        }
    }

    /// To be called when a segment was deleted.
    void roomWasMade() {
        lock.lock();
        try {
            roomMade++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the thread and deletes the spare.
    void close() throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.join();
        Spare spare = ready;
        ready = null;
        if (spare != null) {
            discard(spare);
        }
    }

    private void run() {
        try {
            while (awaitNeed()) {
                long roomBefore = roomMade();
                IOException obstacle = prepare();
                if (obstacle != null) {
                    report(obstacle);
                    pause(obstacle, roomBefore);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitNeed() throws InterruptedException {
        lock.lock();
        try {
            while ((ready != null || taken) && !closed) {
                changed.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private long roomMade() {
        lock.lock();
        try {
            return roomMade;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable IOException prepare() {
        if (segments.bytes() + size > mostBytes) {
            return new NoRoom(mostBytes);
        }
        try {
            offer(zeros(folder.resolve(BEGINNING + number++)));
            return null;
        } catch (IOException | RuntimeException | Error e) {
            return new IOException("no room for more hits can be prepared: " + e, e);
        }
    }

    private Spare zeros(Path file) throws IOException {
        var spare = new Spare(file, disk.create(file));
        boolean whole = false;
        try {
            fill(spare.content());
            whole = true;
            return spare;
        } finally {
            if (!whole) {
                discard(spare);
            }
        }
    }

    private void fill(OpenFile file) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocateDirect(Math.min(ZEROS, size));
        long unforced = 0;
        for (long at = 0; at < size; at += zeros.limit()) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), size - at));
            file.write(zeros, at);
            unforced += zeros.limit();
            if (unforced >= BYTES_PER_FORCE) {
                file.force();
                unforced = 0;
            }
        }
        file.force();
    }

    private void offer(Spare spare) {
        lock.lock();
        try {
            ready = spare;
            trouble = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void report(IOException obstacle) {
        if (problem().isEmpty()) {
            reports.accept("Hits will be shed when what is prepared is used up: " + obstacle.getMessage());
        }
    }

    private void pause(IOException obstacle, long roomBefore) throws InterruptedException {
        lock.lock();
        try {
            trouble = obstacle;
            changed.signalAll();
            long left = BETWEEN_ATTEMPTS.toNanos();
            while (left > 0 && roomMade == roomBefore && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void discard(Spare spare) {
        try {
            spare.content().close();
            disk.delete(spare.file());
        } catch (IOException _) {
            // The next start deletes it.
        }
    }
}
