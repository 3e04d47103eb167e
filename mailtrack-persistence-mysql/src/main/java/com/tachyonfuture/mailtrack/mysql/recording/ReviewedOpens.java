package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.JudgedAgain;
import com.tachyonfuture.mailtrack.application.classify.Reviewed;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.stats.QuarterHour;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.RowUpdate;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.recording.KnownTracks.Known;
import com.tachyonfuture.mailtrack.mysql.recording.NewViews.Source;
import com.tachyonfuture.mailtrack.mysql.stats.ActivityColumns;
import com.tachyonfuture.mailtrack.mysql.stats.KeptNumbers;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Opens of locked tracks that were judged again, and by how much they change the counters. What is as it was is left
/// alone.
final class ReviewedOpens {

    /// By how much the counters of a track change, and which of its reads are gone or have come.
    private static final class Shift {

        private final Known track;
        private final List<Instant> readsGone = new ArrayList<>();
        private final List<Instant> readsCome = new ArrayList<>();
        private @Nullable List<Instant> allReads;
        private final EnumMap<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        private long reads;

        Shift(Known track) {
            this.track = track;
        }

        void move(@Nullable Verdict was, Verdict is, int moreReads) {
            if (was != null) {
                verdicts.merge(was, -1L, Long::sum);
            }
            verdicts.merge(is, 1L, Long::sum);
            reads += moreReads;
        }

        long of(Verdict verdict) {
            return verdicts.getOrDefault(verdict, 0L);
        }

        Activity activity(ReadTimes.Reads times) {
            Activity before = track.activity();
            return new Activity(
                    before.opens(),
                    before.reads() + reads,
                    before.ownOpens() + of(Verdict.SELF),
                    before.firstOpenedAt(),
                    before.lastOpenedAt(),
                    times.first(),
                    times.latest());
        }

        boolean isNone() {
            return reads == 0
                    && readsGone.isEmpty()
                    && readsCome.isEmpty()
                    && verdicts.values().stream().allMatch(more -> more == 0);
        }
    }

    private static final List<String> COUNTERS = Stream.of(
                    Stream.of("read_count"),
                    Arrays.stream(Verdict.values()).map(VerdictColumns::of),
                    ActivityColumns.READS.stream())
            .flatMap(columns -> columns)
            .toList();

    private final Source source;
    private final List<OpenRow> changed = new ArrayList<>();
    private final Map<String, Shift> shifts = new LinkedHashMap<>();
    private final KeptNumbers numbers = new KeptNumbers();
    private final Set<View> viewsGone = new HashSet<>();
    private final Set<View> viewsCome = new HashSet<>();

    /// @param source of the views that change
    ReviewedOpens(Source source) {
        this.source = source;
    }

    /// Some of the opens of a track.
    ///
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

    /// All opens of a track.
    ///
    /// @param opens what became of the rows, in their order
    void addAll(Known track, List<OpenRow> rows, List<JudgedAgain> opens) {
        add(track, rows, opens);
        Shift shift = shifts.get(track.id());
        if (shift != null) {
            shift.allReads = IntStream.range(0, rows.size())
                    .filter(i -> isCounted(rows.get(i), opens.get(i)))
                    .mapToObj(i -> rows.get(i).openedAt())
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    private static boolean isCounted(OpenRow was, JudgedAgain open) {
        return open.reviewed() == null ? was.counted() : open.isCounted();
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
        moveReaders(was, is);
        if (before == now && was.counted() == is.counted()) {
            return;
        }
        Shift shift = shifts.computeIfAbsent(track.id(), _ -> new Shift(track));
        shift.move(before, now, (is.counted() ? 1 : 0) - (was.counted() ? 1 : 0));
        if (was.openedAt() != null) {
            moveRead(shift, was, is);
            numbers.rollups().remove(track.id(), was.openedAt(), before, was.counted());
            numbers.rollups().add(track.id(), was.openedAt(), now, is.counted());
        }
    }

    private void moveReaders(OpenRow was, OpenRow is) {
        if (was.openedAt() == null) {
            return;
        }
        QuarterHour bucket = QuarterHour.of(was.openedAt());
        if (was.counted()) {
            numbers.rollups().addReads(bucket, OpenMapping.MAPPING.open(was), -1);
        }
        if (is.counted()) {
            numbers.rollups().addReads(bucket, OpenMapping.MAPPING.open(is), 1);
        }
    }

    private static void moveRead(Shift shift, OpenRow was, OpenRow is) {
        if (was.counted() != is.counted()) {
            (was.counted() ? shift.readsGone : shift.readsCome).add(Objects.requireNonNull(was.openedAt()));
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
        numbers.applyToTracks(connection);
        numbers.rollups().forgetEmptyOfTracks(connection);
        updateTracks(connection);
        numbers.applyToAll(connection);
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
                column -> (ActivityColumns.READS.contains(column) ? "" : "t." + column + " + ") + "more." + column);
        for (Shift shift : shifts.values()) {
            Activity after = shift.activity(times(connection, shift));
            updateTrack(update, shift, after);
            numbers.opens(0, shift.reads, new VerdictCounts(shift.verdicts)).track(shift.track.becomes(after));
        }
        update.send();
    }

    private static ReadTimes.Reads times(Connection connection, Shift shift) throws SQLException {
        return shift.allReads == null
                ? new ReadTimes(connection, shift.track.id())
                        .after(shift.track.activity(), shift.readsGone, shift.readsCome)
                : ReadTimes.among(shift.allReads);
    }

    private static void updateTrack(RowUpdate update, Shift shift, Activity after) throws SQLException {
        update.row(shift.track.id()).value(shift.reads);
        for (Verdict verdict : Verdict.values()) {
            update.value(shift.of(verdict));
        }
        for (Instant read : ActivityColumns.reads(after)) {
            update.value(read == null ? null : UtcTimes.text(read));
        }
        update.endRow();
    }
}
