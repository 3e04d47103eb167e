package com.tachyonfuture.mailtrack.application.transfer;

import com.tachyonfuture.mailtrack.application.transfer.port.Imports;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports.StoredFile;
import com.tachyonfuture.mailtrack.application.transfer.port.Tables;
import com.tachyonfuture.mailtrack.application.transfer.port.Tables.Row;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Imports tracks from a file, in two steps: a file is looked through and kept, then somebody who saw what it holds says
 * yes to it. A file with anything wrong in it is not kept, so nothing is ever imported in part.
 */
public final class ImportTracks {

    /** In bytes. */
    public static final int LARGEST_FILE = 16 * 1024 * 1024;

    /** The names of the columns that are read. */
    public static final List<String> COLUMNS = TrackTable.COLUMNS;

    public static final int MOST_TRACKS = 100_000;

    /** How many problems are told one by one. */
    public static final int PROBLEMS_SHOWN = 50;

    /** How long a file waits. */
    public static final Duration KEPT_FOR = Duration.ofHours(24);

    private static final int SAMPLE = 10;

    /** A file that may be read several times. */
    @FunctionalInterface
    public interface TableFile {

        InputStream open() throws IOException;
    }

    /** What came of looking through a file. */
    public sealed interface Outcome permits Prepared, Rejected {}

    /** The file is right, and waits. */
    public record Prepared(StagedImport staged) implements Outcome {}

    /**
     * The file can't be imported.
     *
     * @param problems the first of them
     * @param count how many there are
     */
    public record Rejected(List<Problem> problems, long count) implements Outcome {

        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One thing that is wrong with a file.
     *
     * @param line where, from 1; 0 where it is the whole file
     * @param column by its name; null where it is the whole line
     * @param message to follow the words that name the place: "lies in the future"
     */
    public record Problem(long line, @Nullable String column, String message) {}

    /**
     * A file that waits.
     *
     * @param first the first tracks in it
     */
    public record Preview(StagedImport staged, List<ImportedTrack> first) {

        public Preview {
            first = List.copyOf(first);
        }
    }

    private final Imports imports;
    private final Tables tables;
    private final Supplier<ImportId> newImportIds;
    private final Supplier<TrackId> newTrackIds;
    private final InstantSource clock;

    public ImportTracks(
            Imports imports,
            Tables tables,
            Supplier<ImportId> newImportIds,
            Supplier<TrackId> newTrackIds,
            InstantSource clock) {
        this.imports = imports;
        this.tables = tables;
        this.newImportIds = newImportIds;
        this.newTrackIds = newTrackIds;
        this.clock = clock;
    }

    /** Looks a file through, and keeps it if all of it is right. */
    public Outcome prepare(TableFile file) {
        Instant now = now();
        var check = new TableCheck(now, imports::look);
        try (InputStream content = file.open()) {
            check.all(() -> tables.read(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (check.count() > 0) {
            return new Rejected(check.problems(), check.count());
        }
        var staged = new StagedImport(newImportIds.get(), now, check.tracks(), check.known(), null);
        imports.forgetBefore(now.minus(KEPT_FOR));
        imports.keep(staged, stored(file));
        return new Prepared(staged);
    }

    private static StoredFile stored(TableFile file) {
        return () -> {
            try {
                return file.open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What an import would bring, or what came of it; empty when there is no such import. */
    public Optional<Preview> preview(ImportId id) {
        Instant now = now();
        return imports.find(id)
                .map(staged -> new Preview(
                        staged,
                        imports.read(id, content -> sample(content, now)).orElse(List.of())));
    }

    private List<ImportedTrack> sample(InputStream content, Instant now) {
        var sample = new ArrayList<ImportedTrack>();
        Iterator<ImportedTrack> rows = new Checked(tables.read(content), now);
        while (sample.size() < SAMPLE && rows.hasNext()) {
            sample.add(rows.next());
        }
        return sample;
    }

    /** Imports a file that waits; when that was done before, says what came of it. Empty when there is no such file. */
    public Optional<Imports.Bringing> confirm(ImportId id) {
        Instant now = now();
        return imports.bringIn(id, content -> tracks(content, now));
    }

    private Iterator<Track> tracks(InputStream content, Instant now) {
        Iterator<ImportedTrack> rows = new Checked(tables.read(content), now);
        return new Iterator<>() {

            private long number;

            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            // Those without a date get one each, so that they stay in order.
            @Override
            public Track next() {
                ImportedTrack row = rows.next();
                return new Track(
                        row.id() == null ? newTrackIds.get() : row.id(),
                        row.details(),
                        row.createdAt() == null ? now.minus(number++, ChronoUnit.MICROS) : row.createdAt());
            }
        };
    }

    /** The tracks of a table in which everything is right. */
    private static final class Checked implements Iterator<ImportedTrack> {

        private final Iterator<Row> rows;
        private final Instant now;
        private final TrackTable table;
        private @Nullable Row next;

        Checked(Iterator<Row> rows, Instant now) {
            this.rows = rows;
            this.now = now;
            this.table = new TrackTable(rows.next());
        }

        @Override
        public boolean hasNext() {
            while (next == null && rows.hasNext()) {
                Row row = rows.next();
                next = TrackTable.isBlank(row) ? null : row;
            }
            return next != null;
        }

        @Override
        public ImportedTrack next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Row row = Objects.requireNonNull(next);
            next = null;
            ImportedTrack track = table.read(row, now, (column, message) -> {});
            if (track == null) {
                throw new IllegalStateException("line " + row.line() + " was right before");
            }
            return track;
        }
    }
}
