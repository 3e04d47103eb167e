package com.tachyonfuture.mailtrack.application.transfer;

import com.tachyonfuture.mailtrack.application.transfer.ImportTracks.Problem;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports.Ids;
import com.tachyonfuture.mailtrack.application.transfer.port.Tables.Row;
import com.tachyonfuture.mailtrack.application.transfer.port.UnreadableTable;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes through a table of tracks once, and finds all that is wrong with it. */
final class TableCheck {

    private static final int KNOWN_AT_ONCE = 500;

    private final Instant now;
    private final Function<List<TrackId>, Ids> look;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<TrackId, Long> lines = new HashMap<>();
    private final List<TrackId> unasked = new ArrayList<>();
    private long count;
    private int tracks;
    private int known;

    TableCheck(Instant now, Function<List<TrackId>, Ids> look) {
        this.now = now;
        this.look = look;
    }

    void all(Supplier<Iterator<Row>> rows) {
        try {
            all(rows.get());
        } catch (UnreadableTable unreadable) {
            add(unreadable.line(), null, String.valueOf(unreadable.getMessage()));
        }
        if (count == 0 && tracks == 0) {
            add(0, null, "has no tracks in it");
        }
    }

    private void all(Iterator<Row> rows) {
        if (!rows.hasNext()) {
            return;
        }
        Row header = rows.next();
        var table = new TrackTable(header);
        table.violations().forEach(violation -> add(header.line(), violation.field(), violation.message()));
        boolean more = count == 0;
        while (more && rows.hasNext()) {
            more = row(rows.next(), table);
        }
        askForKnown();
    }

    /** False when there are too many. */
    private boolean row(Row row, TrackTable table) {
        if (TrackTable.isBlank(row)) {
            return true;
        }
        if (tracks == ImportTracks.MOST_TRACKS) {
            add(row.line(), null, "is more than the " + ImportTracks.MOST_TRACKS + " tracks that a file may have");
            return false;
        }
        tracks++;
        ImportedTrack track =
                table.read(row, now, (column, message) -> add(row.line(), column.isEmpty() ? null : column, message));
        if (track != null && track.id() != null) {
            id(track.id(), row.line());
        }
        return true;
    }

    private void id(TrackId id, long line) {
        Long before = lines.putIfAbsent(id, line);
        if (before != null) {
            add(line, "id", "is the same as on line " + before);
            return;
        }
        unasked.add(id);
        if (unasked.size() == KNOWN_AT_ONCE) {
            askForKnown();
        }
    }

    private void askForKnown() {
        if (!unasked.isEmpty()) {
            Ids ids = look.apply(List.copyOf(unasked));
            known += ids.known();
            unasked.stream()
                    .filter(ids.taken()::contains)
                    .forEach(id -> add(
                            Objects.requireNonNull(lines.get(id)),
                            "id",
                            "is, to the database, the same as that of another track"));
            unasked.clear();
        }
    }

    /** Keeps the first ones by their lines: ids are asked for in groups, so those of earlier lines may come later. */
    private void add(long line, @Nullable String column, String message) {
        count++;
        problems.add(new Problem(line, column, message));
        problems.sort(Comparator.comparingLong(Problem::line));
        if (problems.size() > ImportTracks.PROBLEMS_SHOWN) {
            problems.remove(ImportTracks.PROBLEMS_SHOWN);
        }
    }

    List<Problem> problems() {
        return problems;
    }

    long count() {
        return count;
    }

    int tracks() {
        return tracks;
    }

    int known() {
        return known;
    }
}
