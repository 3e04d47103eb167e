package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads hits, oldest first, and deletes what was read and acknowledged. For one thread, but for [#start()].
final class SpoolReader {

    /// Strangers choose how long a hit is, so a batch is limited in bytes too.
    private static final int LONGEST_BATCH = 2 * 1024 * 1024;

    /// So often is a segment tried before it is given up.
    private static final int MOST_FAILURES = 10;

    private final Disk disk;
    private final Path folder;
    private final UUID run;
    private final Segments segments;
    private final Damages damages;
    private final Acknowledged acknowledged;
    private final Runnable roomMade;

    /// The position of the oldest hit that is not acknowledged, and where its record is in the oldest segment.
    private volatile long start;

    private long offset = SegmentHeader.ROOM;

    /// After the batch that was given last.
    private Segment.End batchEnd = new Segment.End(0, SegmentHeader.ROOM);

    private int failures;
    private @Nullable Segment reading;
    private @Nullable RecordCursor cursor;

    /// Makes a reader.
    ///
    /// @param run the name of this run of the program
    /// @param start the position of the oldest hit that is not acknowledged
    /// @param roomMade told whenever a segment was deleted
    SpoolReader(
            Disk disk,
            Path folder,
            UUID run,
            long start,
            Segments segments,
            Damages damages,
            Acknowledged acknowledged,
            Runnable roomMade) {
        this.disk = disk;
        this.folder = folder;
        this.run = run;
        this.start = start;
        this.segments = segments;
        this.damages = damages;
        this.acknowledged = acknowledged;
        this.roomMade = roomMade;
    }

    long start() {
        return start;
    }

    /// Hits of one segment, as far as the limit, the segment's end or damage. Empty only when there are none at all.
    Batch next(int limit) {
        dropAcknowledged();
        Segment segment = segments.oldest();
        while (segment != null && start < segment.end().position()) {
            start = Math.max(start, segment.first());
            List<Hit> hits = hits(segment, limit);
            if (!hits.isEmpty()) {
                return new Batch(nameOf(segment.header().run()), start, hits);
            }
            dropAcknowledged();
            segment = segments.oldest();
        }
        return new Batch(nameOf(run), start, List.of());
    }

    private static String nameOf(UUID run) {
        return "file-" + run;
    }

    /// Without any, the way is free up to the next that can be read.
    private List<Hit> hits(Segment segment, int limit) {
        try {
            RecordCursor records = cursorOf(segment);
            // The end first: what is read after that reaches at least as far.
            Segment.End end = segment.end();
            records.refresh();
            List<Hit> hits = hits(segment, end, records, limit);
            failures = 0;
            return hits;
        } catch (ClosedChannelException e) {
            closeCursor();
            throw new StorageUnavailable("reading the spool was interrupted", e);
        } catch (IOException e) {
            closeCursor();
            giveUpInTheEnd(segment, e);
            return List.of();
        }
    }

    /// What can't be opened now may be later; but it must not hold up for good what comes after it.
    private void giveUpInTheEnd(Segment segment, IOException obstacle) {
        failures++;
        if (failures < MOST_FAILURES || !segment.isFinished()) {
            throw new StorageUnavailable("the spool can't be read: " + obstacle, obstacle);
        }
        damages.segment(segment.file(), obstacle.toString());
        skipTo(segment.end());
    }

    private RecordCursor cursorOf(Segment segment) throws IOException {
        if (cursor == null || reading != segment) {
            boolean resumed = reading == segment;
            closeCursor();
            cursor =
                    new RecordCursor(disk.open(segment.file()), segment.header().seed());
            if (!resumed) {
                offset = SegmentHeader.ROOM;
                offset = offsetOf(start, segment, segment.end(), cursor);
            }
            reading = segment;
        }
        return cursor;
    }

    private long offsetOf(long position, Segment segment, Segment.End end, RecordCursor records) throws IOException {
        if (position <= segment.first()) {
            return offset;
        }
        RecordCursor.Found found = records.find(offset, segment.numberOf(position), above(segment, end));
        return found == null ? end.offset() : found.offset();
    }

    private static long above(Segment segment, Segment.End end) {
        return end.position() - segment.first();
    }

    private List<Hit> hits(Segment segment, Segment.End end, RecordCursor records, int limit) throws IOException {
        List<Hit> hits = new ArrayList<>();
        long position = start;
        long at = offset;
        while (hits.size() < limit && position < end.position() && at - offset < LONGEST_BATCH) {
            RecordCursor.Found found = records.at(at);
            if (found == null || found.number() != segment.numberOf(position)) {
                break;
            }
            Optional<Hit> hit = records.hit(found);
            if (hit.isEmpty()) {
                break;
            }
            hits.add(hit.get());
            at = found.end();
            position++;
        }
        batchEnd = new Segment.End(position, at);
        if (hits.isEmpty()) {
            passDamage(segment, end, records);
        }
        return hits;
    }

    /// What stands at the start is no hit, or not the one that should: goes on at the next that is one.
    private void passDamage(Segment segment, Segment.End end, RecordCursor records) throws IOException {
        RecordCursor.Found whole = records.at(offset);
        int number = segment.numberOf(start);
        boolean unknown = whole != null && whole.number() == number;
        RecordCursor.Found next = records.find(offset, unknown ? number + 1 : number, above(segment, end));
        Segment.End there = next == null ? end : new Segment.End(segment.first() + next.number(), next.offset());
        int bytes = (int) Math.min(Damages.MOST_BYTES, Math.max(0, there.offset() - offset));
        damages.records(segment.file(), offset, there.position() - start, records.bytes(offset, bytes));
        skipTo(there);
    }

    private void skipTo(Segment.End there) {
        start = there.position();
        offset = there.offset();
        batchEnd = there;
    }

    void acknowledge(long position) {
        if (position <= start) {
            return;
        }
        Segment segment = segments.oldest();
        while (segment != null && segment.isFinished() && segment.end().position() <= position) {
            start = segment.end().position();
            drop(segment);
            segment = segments.oldest();
        }
        if (segment != null && position > start) {
            acknowledge(segment, Math.min(position, segment.end().position()));
        }
        acknowledged.write(start);
    }

    private void acknowledge(Segment segment, long position) {
        if (position == batchEnd.position()) {
            offset = batchEnd.offset();
        } else {
            locate(segment, position);
        }
        start = position;
    }

    private void locate(Segment segment, long position) {
        try {
            RecordCursor records = cursorOf(segment);
            Segment.End end = segment.end();
            records.refresh();
            offset = offsetOf(position, segment, end, records);
        } catch (IOException _) {
            // Whoever reads finds it again.
            reading = null;
        }
    }

    private void dropAcknowledged() {
        Segment segment = segments.oldest();
        while (segment != null && segment.isFinished() && segment.end().position() <= start) {
            drop(segment);
            segment = segments.oldest();
        }
    }

    private void drop(Segment segment) {
        closeCursor();
        reading = null;
        segments.remove(segment);
        try {
            disk.delete(segment.file());
            disk.forceFolder(folder);
        } catch (IOException _) {
            // The next start finds that it was acknowledged, or the database does.
        }
        roomMade.run();
    }

    void closeCursor() {
        RecordCursor records = cursor;
        cursor = null;
        if (records == null) {
            return;
        }
        try {
            records.close();
        } catch (IOException _) {
            // It was only read.
        }
    }

    void close() {
        closeCursor();
        acknowledged.close();
    }
}
