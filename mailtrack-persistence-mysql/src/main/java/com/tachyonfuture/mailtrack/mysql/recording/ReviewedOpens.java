package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.JudgedAgain;
import com.tachyonfuture.mailtrack.application.classify.Reviewed;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.mysql.RowUpdate;
import com.tachyonfuture.mailtrack.mysql.recording.KnownTracks.Known;
import com.tachyonfuture.mailtrack.mysql.recording.NewViews.Source;
import com.tachyonfuture.mailtrack.mysql.stats.RollupsChange;
import com.tachyonfuture.mailtrack.mysql.stats.TotalsChange;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Opens of locked tracks that were judged again, and by how much they change the counters. What is as it was is left
/// alone.
final class ReviewedOpens {

    /// By how much the counters of a track change.
    private static final class Shift {

        private final EnumMap<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        private long reads;

        void move(@Nullable Verdict was, Verdict is, int moreReads) {
            if (was != null) {
                verdicts.merge(was, -1L, Long::sum);
            }
            verdicts.merge(is, 1L, Long::sum);
            reads += moreReads;
        }

        void add(Shift other) {
            other.verdicts.forEach((verdict, more) -> verdicts.merge(verdict, more, Long::sum));
            reads += other.reads;
        }

        boolean isNone() {
            return reads == 0 && verdicts.values().stream().allMatch(more -> more == 0);
        }
    }

    private static final List<String> COUNTERS = Stream.concat(
                    Stream.of("read_count"), Arrays.stream(Verdict.values()).map(VerdictColumns::of))
            .toList();

    private final Source source;
    private final List<OpenRow> changed = new ArrayList<>();
    private final Map<Known, Shift> shifts = new LinkedHashMap<>();
    private final RollupsChange rollups = new RollupsChange();
    private final Set<View> viewsGone = new HashSet<>();
    private final Set<View> viewsCome = new HashSet<>();

    /// @param source of the views that change
    ReviewedOpens(Source source) {
        this.source = source;
    }

    /// @param opens what became of the rows, in their order
    void add(Known track, List<OpenRow> rows, List<JudgedAgain> opens) {
        for (int i = 0; i < rows.size(); i++) {
            JudgedAgain open = opens.get(i);
            Reviewed reviewed = open.reviewed();
            if (reviewed != null) {
                add(track, rows.get(i), open, reviewed);
            }
        }
    }

    private void add(Known track, OpenRow was, JudgedAgain open, Reviewed reviewed) {
        OpenRow is = OpenMapping.MAPPING.again(was, reviewed, open.repeat(), open.isCounted());
        if (is.equals(was)) {
            return;
        }
        changed.add(is);
        moveView(was.openedAt(), open);
        Verdict before = Optional.ofNullable(was.verdict()).flatMap(Verdict::of).orElse(null);
        Verdict now = reviewed.judged().verdict();
        if (before == now && was.counted() == is.counted()) {
            return;
        }
        shifts.computeIfAbsent(track, _ -> new Shift())
                .move(before, now, (is.counted() ? 1 : 0) - (was.counted() ? 1 : 0));
        if (was.openedAt() != null) {
            rollups.remove(track.id(), was.openedAt(), before, was.counted());
            rollups.add(track.id(), was.openedAt(), now, is.counted());
        }
    }

    private void moveView(@Nullable Instant at, JudgedAgain open) {
        OptionalLong before = open.viewerBefore();
        OptionalLong now = open.viewerNow();
        if (!before.equals(now)) {
            before.ifPresent(viewer -> viewsGone.add(new View(viewer, Objects.requireNonNull(at))));
            now.ifPresent(viewer -> viewsCome.add(new View(viewer, Objects.requireNonNull(at))));
        }
    }

    /// In the order of locks of [MysqlOpenLog].
    void write(Connection connection) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        RecentViews.replace(connection, source, viewsGone, viewsCome);
        updateOpens(connection);
        shifts.values().removeIf(Shift::isNone);
        updateTracks(connection);
        rollups.applyToTracks(connection);
        rollups.forgetEmptyOfTracks(connection);
        rollups.applyToTotal(connection);
        updateTotals(connection);
    }

    private void updateOpens(Connection connection) throws SQLException {
        var update = new RowUpdate(
                connection, "judging.updateOpens", "opens", OpenRow.JUDGED_COLUMNS, column -> "more." + column);
        for (OpenRow row : changed) {
            row.writeTo(update);
        }
        update.send();
    }

    private void updateTracks(Connection connection) throws SQLException {
        var update = new RowUpdate(
                connection,
                "judging.recount",
                "tracked_emails",
                COUNTERS,
                column -> "t." + column + " + more." + column);
        for (var shift : shifts.entrySet()) {
            update.row(shift.getKey().id()).value(shift.getValue().reads);
            for (Verdict verdict : Verdict.values()) {
                update.value(shift.getValue().verdicts.getOrDefault(verdict, 0L).longValue());
            }
            update.endRow();
        }
        update.send();
    }

    private void updateTotals(Connection connection) throws SQLException {
        var all = new Shift();
        shifts.values().forEach(all::add);
        if (!all.isNone()) {
            new TotalsChange(0, 0, all.reads, 0, new VerdictCounts(all.verdicts)).apply(connection);
        }
    }
}
