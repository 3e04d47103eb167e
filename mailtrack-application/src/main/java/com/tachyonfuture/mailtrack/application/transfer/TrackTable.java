package com.tachyonfuture.mailtrack.application.transfer;

import com.tachyonfuture.mailtrack.application.Moments;
import com.tachyonfuture.mailtrack.application.transfer.port.Tables.Row;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.domain.transfer.SpreadsheetText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the columns of a table mean: its header says it, by the names that fields have in the API. */
final class TrackTable {

    static final List<String> COLUMNS =
            List.of("id", "recipient", "subject", "notes", "message_group_id", "created_at");

    /** All servers tell these apart; other characters some take for equal. */
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,36}");

    /** Clocks differ. */
    private static final Duration EARLY = Duration.ofDays(1);

    private final int width;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    TrackTable(Row header) {
        width = header.fields().size();
        for (int place = 0; place < width; place++) {
            String name = header.fields().get(place).strip().toLowerCase(Locale.ROOT);
            if (COLUMNS.contains(name) && places.putIfAbsent(name, place) != null) {
                violations.add(new Violation(name, "is the name of several columns"));
            }
        }
        if (places.isEmpty()) {
            violations.add(new Violation(
                    "header",
                    "names no column that is known; the first line has to have at least one of "
                            + String.join(", ", COLUMNS)));
        }
    }

    /** What is wrong with the header. */
    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Whether a row says nothing, such as those that spreadsheet programs leave at the end. */
    static boolean isBlank(Row row) {
        return row.fields().stream().allMatch(String::isBlank);
    }

    /**
     * The track of a row; null when there is something wrong with it.
     *
     * @param now no track can be much younger
     * @param problems is told what is wrong: the column's name, empty where it is the row as a whole, and a message
     */
    @Nullable
    ImportedTrack read(Row row, Instant now, BiConsumer<String, String> problems) {
        if (row.fields().size() != width) {
            problems.accept(
                    "",
                    "does not have as many fields as the first line: "
                            + row.fields().size() + " instead of " + width);
            return null;
        }
        var wrong = new ArrayList<Violation>();
        TrackId id = id(row, wrong);
        Instant createdAt = createdAt(row, now, wrong);
        var details = new TrackDetails(
                text(row, "recipient"), text(row, "subject"), text(row, "notes"), text(row, "message_group_id"));
        wrong.addAll(details.violations());
        wrong.forEach(violation -> problems.accept(violation.field(), violation.message()));
        return wrong.isEmpty() ? new ImportedTrack(id, details, createdAt) : null;
    }

    private @Nullable String text(Row row, String column) {
        Integer place = places.get(column);
        String text = place == null ? "" : row.fields().get(place);
        return text.isEmpty() ? null : SpreadsheetText.unguard(text);
    }

    private @Nullable TrackId id(Row row, List<Violation> wrong) {
        String text = text(row, "id");
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!ID.matcher(text.strip()).matches()) {
            wrong.add(new Violation("id", "must have 1 to 36 letters, digits and hyphens"));
            return null;
        }
        return new TrackId(text.strip());
    }

    private @Nullable Instant createdAt(Row row, Instant now, List<Violation> wrong) {
        String text = text(row, "created_at");
        if (text == null || text.isBlank()) {
            return null;
        }
        Instant moment = Moments.parse(text).orElse(null);
        if (moment == null) {
            wrong.add(new Violation("created_at", "must be a time such as 2026-11-20T08:30:00Z, or a date"));
        } else if (moment.isAfter(now.plus(EARLY))) {
            wrong.add(new Violation("created_at", "lies in the future"));
        }
        return moment;
    }
}
