package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Finds out, when a spool is opened, which hits it holds. Reads no more than the last segment of each run: what is
/// between is checked when its turn comes.
final class Recovery {

    /// What there is.
    ///
    /// @param start the position of the oldest hit that is not known to be acknowledged
    /// @param end the position of the next hit
    record State(List<Segment> segments, long start, long end) {}

    private final Disk disk;
    private final Path folder;
    private final Damages damages;
    private final List<Segment> segments = new ArrayList<>();
    private long end;

    Recovery(Disk disk, Path folder, Damages damages) {
        this.disk = disk;
        this.folder = folder;
        this.damages = damages;
    }

    /// Looks through the folder, and cleans up.
    ///
    /// @param acknowledged the position up to which all is known to be acknowledged
    State run(long acknowledged) throws IOException {
        for (Path file : disk.list(folder)) {
            OptionalLong first = Segment.firstIn(file.getFileName().toString());
            if (Spares.isSpare(file)) {
                disk.delete(file);
            } else if (first.isPresent()) {
                take(file, first.getAsLong());
            }
        }
        if (!segments.isEmpty()) {
            close(segments.getLast());
        }
        removeWhatIsDone(acknowledged);
        end = Math.max(end, acknowledged);
        long oldest = segments.isEmpty() ? end : segments.getFirst().first();
        return new State(segments, Math.max(oldest, acknowledged), end);
    }

    private void take(Path file, long first) {
        try {
            ByteBuffer room = ByteBuffer.allocate(SegmentHeader.ROOM);
            long size;
            try (OpenFile content = disk.open(file)) {
                content.read(room, 0);
                size = content.size();
            }
            Optional<SegmentHeader> header = SegmentHeader.in(room.flip());
            if (header.isEmpty() && Damages.isEmpty(room)) {
                removeUnused(file, size);
            } else if (header.isEmpty() || header.get().first() != first) {
                setAside(file, first, "it does not begin like a segment of this name");
            } else {
                take(new Segment(file, header.get(), size));
            }
        } catch (IOException e) {
            setAside(file, first, e.toString());
        }
    }

    /// The program ended before a new segment had its first hit; or the beginning of one is gone.
    private void removeUnused(Path file, long size) throws IOException {
        if (size > SegmentHeader.ROOM && !isEmpty(file)) {
            setAside(file, Segment.firstIn(file.getFileName().toString()).orElse(0), "its beginning is empty");
        } else {
            disk.delete(file);
        }
    }

    private boolean isEmpty(Path file) throws IOException {
        try (var cursor = new RecordCursor(disk.open(file), 0)) {
            return cursor.isEmptyFrom(0);
        }
    }

    /// The next position is after it, so that its name is not taken again in case it can't be moved.
    private void setAside(Path file, long first, String why) {
        damages.segment(file, why);
        end = Math.max(end, first + 1);
    }

    private void take(Segment segment) {
        Segment before = segments.isEmpty() ? null : segments.getLast();
        if (before != null && !before.header().run().equals(segment.header().run())) {
            close(before);
        } else if (before != null) {
            // A failed write may have left records that the next segment has again.
            long most = before.first() + before.size() / Seal.SHORTEST;
            finish(before, new Segment.End(Math.min(segment.first(), most), before.size()));
        }
        if (before != null && segment.first() < before.end().position()) {
            setAside(
                    segment.file(),
                    segment.first(),
                    "its positions are those of " + before.file().getFileName());
        } else {
            segments.add(segment);
        }
    }

    /// The last segment of a run ends where its last whole record does.
    private void close(Segment segment) {
        try (var cursor =
                new RecordCursor(disk.open(segment.file()), segment.header().seed())) {
            finish(segment, lastOf(segment, cursor));
            cut(segment, cursor);
        } catch (IOException e) {
            setAside(segment.file(), segment.first(), e.toString());
            segments.remove(segment);
        }
    }

    private static Segment.End lastOf(Segment segment, RecordCursor cursor) throws IOException {
        var last = new Segment.End(segment.first(), SegmentHeader.ROOM);
        RecordCursor.@Nullable Found found = cursor.find(last.offset(), 0, Integer.MAX_VALUE);
        while (found != null) {
            last = new Segment.End(segment.first() + found.number() + 1, found.end());
            found = cursor.find(found.end(), found.number() + 1, Integer.MAX_VALUE);
        }
        return last;
    }

    /// Zeros that are not needed any more, and what a crash left of the last write.
    private void cut(Segment segment, RecordCursor cursor) throws IOException {
        long needed = segment.end().offset();
        if (segment.size() <= needed) {
            return;
        }
        if (!cursor.isEmptyFrom(needed)) {
            damages.tail(segment.file(), needed, cursor.bytes(needed, Damages.MOST_BYTES));
        }
        try {
            disk.truncate(segment.file(), needed);
            segment.shrinkTo(needed);
        } catch (IOException _) {
            // It does no harm.
        }
    }

    private void finish(Segment segment, Segment.End last) {
        segment.extendTo(last);
        segment.finish();
        end = Math.max(end, last.position());
    }

    private void removeWhatIsDone(long acknowledged) {
        segments.removeIf(segment -> {
            boolean done = segment.isEmpty() || segment.end().position() <= acknowledged;
            if (done) {
                delete(segment.file());
            }
            return done;
        });
    }

    private void delete(Path file) {
        try {
            disk.delete(file);
        } catch (IOException _) {
            // The next start tries again.
        }
    }
}
