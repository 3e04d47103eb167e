package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one thread that writes hits, group by group.
final class SpoolWriter {

    /// After a failure, what comes is refused at once for so long: the disk gets time, and nobody waits in vain.
    private static final Duration PAUSE = Duration.ofMillis(100);

    /// So often the disk is tried after a failure while no hit comes, so that its recovery does not wait for one.
    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(1);

    private static final int ATTEMPTS = 2;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Disk disk;
    private final Path folder;
    private final UUID run;
    private final CommitQueue queue;
    private final Segments segments;
    private final Spares spares;
    private final FileHitSpool.Sync sync;
    private final Consumer<String> reports;
    private final Thread thread =
            Thread.ofPlatform().name("spool-writer").daemon(true).unstarted(this::run);

    private long end;
    private @Nullable OpenSegment current;
    private @Nullable Group done;
    private long forcedAt = System.nanoTime();
    private volatile @Nullable String problem;

    /// Makes a writer that does not run yet.
    ///
    /// @param run the name of this run of the program
    /// @param end the position of the next hit
    SpoolWriter(
            Disk disk,
            Path folder,
            UUID run,
            long end,
            CommitQueue queue,
            Segments segments,
            Spares spares,
            FileHitSpool.Sync sync,
            Consumer<String> reports) {
        this.disk = disk;
        this.folder = folder;
        this.run = run;
        this.end = end;
        this.queue = queue;
        this.segments = segments;
        this.spares = spares;
        this.sync = sync;
        this.reports = reports;
    }

    void start() {
        thread.start();
    }

    /// Waits until all is written that was in the queue when it was closed; false when that takes too long.
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return thread.join(longest);
    }

    /// What went wrong last, until something goes well.
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    private void run() {
        boolean open = true;
        while (open) {
            try {
                open = commitNext();
            } catch (RuntimeException | Error fault) {
                trouble("a fault of the program: " + fault);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        leave();
    }

    /// False when there will be no more.
    private boolean commitNext() {
        Group group = queue.take(done, Math.min(untilForce(), untilTrial()));
        done = group;
        if (group == null) {
            return false;
        }
        commit(group);
        forceWhenDue();
        tryWhenDue(group);
        return true;
    }

    /// Nanoseconds. What can't be forced any more is not waited for.
    private long untilForce() {
        boolean waiting = current != null && current.isDirty();
        return waiting ? sync.interval().toNanos() - (System.nanoTime() - forcedAt) : Long.MAX_VALUE;
    }

    /// Nanoseconds.
    private long untilTrial() {
        return problem == null ? Long.MAX_VALUE : BETWEEN_TRIALS.toNanos();
    }

    private void commit(Group group) {
        if (group.isEmpty()) {
            return;
        }
        Receipt receipt = Receipt.FAILED;
        try {
            receipt = keep(group);
        } catch (RuntimeException | Error fault) {
            trouble("a fault of the program: " + fault);
            abandon();
        }
        if (receipt != Receipt.KEPT) {
            queue.giveBack(group.hits(), receipt, PAUSE);
        }
        group.complete(receipt);
    }

    private Receipt keep(Group group) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                OpenSegment segment = segmentFor(group);
                end = segment.append(group, sync.isAlways());
                problem = null;
                return Receipt.KEPT;
            } catch (Spares.NoRoom _) {
                return Receipt.FULL;
            } catch (IOException e) {
                trouble(String.valueOf(e.getMessage()));
                abandon();
            }
        }
        return Receipt.FAILED;
    }

    private OpenSegment segmentFor(Group group) throws IOException {
        if (current != null && current.hasRoomFor(group)) {
            return current;
        }
        leave();
        Spares.Spare spare = spares.take();
        var header = new SegmentHeader(run, end, RANDOM.nextLong());
        Path file = folder.resolve(Segment.nameOf(end));
        try {
            spare.content().write(header.bytes(), 0);
            disk.rename(spare.file(), file);
            disk.forceFolder(folder);
            var segment = new Segment(file, header, spare.content().size());
            current = new OpenSegment(segment, spare.content());
            segments.add(segment);
            return current;
        } catch (IOException e) {
            discard(spare, file);
            throw e;
        } finally {
            spares.placed();
        }
    }

    private void discard(Spares.Spare spare, Path file) {
        try {
            spare.content().close();
            disk.delete(spare.file());
            disk.delete(file);
        } catch (IOException _) {
            // It has no hits: the next start deletes it.
        }
    }

    private void forceWhenDue() {
        OpenSegment segment = current;
        if (segment == null || untilForce() > 0) {
            return;
        }
        forcedAt = System.nanoTime();
        try {
            segment.force();
        } catch (IOException e) {
            trouble("hits of the last " + sync.interval().toMillis() + " ms may not be on the disk: " + e.getMessage());
            abandon();
        }
    }

    /// After a failure, prepares the segment of the next hits: when that works, they will most likely be kept.
    private void tryWhenDue(Group group) {
        if (problem == null || !group.isEmpty()) {
            return;
        }
        try {
            segmentFor(group).prove();
            problem = null;
        } catch (IOException e) {
            trouble(String.valueOf(e.getMessage()));
            abandon();
        }
    }

    /// Is done with the segment, of which all is well.
    private void leave() {
        OpenSegment segment = current;
        if (segment == null) {
            return;
        }
        try {
            segment.force();
        } catch (IOException e) {
            trouble("the last hits of a segment may not be on the disk: " + e.getMessage());
        }
        abandon();
    }

    /// Is done with the segment, of which the rest can't be trusted.
    private void abandon() {
        OpenSegment segment = current;
        current = null;
        if (segment != null) {
            segment.close();
            if (segment.segment().isEmpty()) {
                forget(segment.segment());
            } else {
                segment.segment().finish();
            }
        }
    }

    /// Its name will be the next segment's. So it is never called finished: whoever reads would delete it by name.
    private void forget(Segment segment) {
        segments.remove(segment);
        try {
            disk.delete(segment.file());
        } catch (IOException _) {
            // It has no hits: the next segment takes its place, or the next start deletes it.
        }
        spares.roomWasMade();
    }

    private void trouble(String what) {
        if (problem == null) {
            reports.accept("The spool can't write: " + what);
        }
        problem = what;
    }

    /// A segment with the file that it is written to.
    private static final class OpenSegment {

        /// What is written at once, since each write is copied to memory outside the heap first.
        private static final int SLICE = 256 * 1024;

        private final Segment segment;
        private final OpenFile file;
        private final Seal seal;
        private boolean dirty;

        OpenSegment(Segment segment, OpenFile file) {
            this.segment = segment;
            this.file = file;
            this.seal = new Seal(segment.header().seed());
        }

        Segment segment() {
            return segment;
        }

        boolean isDirty() {
            return dirty;
        }

        boolean hasRoomFor(Group group) {
            return segment.end().offset() + group.bytes() <= segment.size();
        }

        /// Lets the group be read once it is as safe as it shall be; the position after it.
        long append(Group group, boolean forced) throws IOException {
            Segment.End before = segment.end();
            ByteBuffer records = group.records();
            seal.seal(records, segment.numberOf(before.position()));
            write(records, before.offset());
            dirty = true;
            if (forced) {
                force();
            }
            long position = before.position() + group.hits();
            segment.extendTo(new Segment.End(position, before.offset() + group.bytes()));
            return position;
        }

        private void write(ByteBuffer records, long at) throws IOException {
            int whole = records.limit();
            for (int from = 0; from < whole; from += SLICE) {
                records.limit(Math.min(from + SLICE, whole)).position(from);
                file.write(records, at + from);
            }
        }

        void force() throws IOException {
            if (dirty) {
                file.force();
                dirty = false;
            }
        }

        /// Forces even though nothing was written.
        void prove() throws IOException {
            dirty = true;
            force();
        }

        void close() {
            try {
                file.close();
            } catch (IOException _) {
                // All that counts was forced.
            }
        }
    }
}
