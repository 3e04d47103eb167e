package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.application.stats.Cohort;
import com.tachyonfuture.mailtrack.application.stats.OpenCounts;
import com.tachyonfuture.mailtrack.application.stats.TopValues;
import com.tachyonfuture.mailtrack.application.stats.WeekHours;
import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.stats.PastReads.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// [Numbers] in the database: sums of rows that every change of tracks and opens keeps right, see [KeptNumbers]. What
/// is read is a few ranges of a primary key, and never a row for each open.
public final class MysqlNumbers implements Numbers {

    /// Quarters of an hour in a week, and how many of them were between the beginning of one and that of 1970.
    private static final int WEEK = 4 * LocalCalendar.HOURS_OF_WEEK;

    private static final int MONDAY_TO_THURSDAY = 3 * 24 * 4;

    private static final int QUARTERS_PER_HOUR = 4;

    private static final String BUCKET_OF_TRACK = "FLOOR((TO_SECONDS(bucket) - 62167219200) / 900)";

    private final Database database;
    private final PastReads pastReads;
    private final PastCohorts pastCohorts;

    /// @param clock tells which days are over
    public MysqlNumbers(Database database, InstantSource clock) {
        this.database = database;
        this.pastReads = new PastReads(clock);
        this.pastCohorts = new PastCohorts(clock);
    }

    /// Sums the numbers of a slice as rows tell them.
    private static final class Sum {

        private final EnumMap<Verdict, Long> opensByVerdict = new EnumMap<>(Verdict.class);
        private final EnumMap<Verdict, Long> readsByVerdict = new EnumMap<>(Verdict.class);
        private long opens;
        private long reads;

        void add(ResultSet row) throws SQLException {
            long moreOpens = row.getLong("opens");
            long moreReads = row.getLong("read_opens");
            opens += moreOpens;
            reads += moreReads;
            Verdict.of(row.getString("verdict")).ifPresent(verdict -> {
                opensByVerdict.merge(verdict, moreOpens, Long::sum);
                readsByVerdict.merge(verdict, moreReads, Long::sum);
            });
        }

        OpenCounts counts() {
            return new OpenCounts(opens, reads, new VerdictCounts(opensByVerdict), new VerdictCounts(readsByVerdict));
        }
    }

    @Override
    public Cohort cohort(Range created) {
        return created.isEmpty() ? Cohort.NONE : database.read(connection -> pastCohorts.of(connection, created));
    }

    @Override
    public List<Long> sent(Slices slices) {
        var sent = new ArrayList<>(Collections.nCopies(slices.count(), 0L));
        if (slices.count() == 0) {
            return sent;
        }
        var pieces = new Pieces(slices, CohortsChange.LEVELS);
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* stats.sent */
                SELECT %s AS slice, SUM(sent_count) FROM sent_rollups WHERE %s GROUP BY slice\
                """.formatted(pieces.slice(), pieces.condition()));
                    var rows = select.executeQuery()) {
                while (rows.next()) {
                    sent.set(rows.getInt(1), rows.getLong(2));
                }
                return sent;
            }
        });
    }

    @Override
    public OpenCounts opens(Range range) {
        return range.isEmpty() ? OpenCounts.NONE : opens(Slices.of(range)).getFirst();
    }

    @Override
    public List<OpenCounts> opens(Slices slices) {
        if (slices.count() == 0) {
            return List.of();
        }
        var pieces = new Pieces(slices, RollupsChange.LEVELS);
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* stats.opens */
                SELECT %s AS slice, value AS verdict, SUM(open_count) AS opens, SUM(read_count) AS read_opens
                FROM rollups WHERE dimension = 'verdict' AND %s GROUP BY slice, value\
                """.formatted(pieces.slice(), pieces.condition()))) {
                return counts(select, slices);
            }
        });
    }

    private static List<OpenCounts> counts(PreparedStatement select, Slices slices) throws SQLException {
        List<Sum> sums = Stream.generate(Sum::new).limit(slices.count()).toList();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                sums.get(rows.getInt("slice")).add(rows);
            }
        }
        return sums.stream().map(Sum::counts).toList();
    }

    @Override
    public List<OpenCounts> opensOf(TrackId track, Slices slices) {
        if (slices.count() == 0) {
            return List.of();
        }
        return database.read(connection -> {
            try (var select =
                    connection.prepareStatement("""
                        /* stats.opensOfTrack */
                        SELECT %s AS slice, verdict, SUM(open_count) AS opens, SUM(read_count) AS read_opens
                        FROM track_rollups WHERE track_id = ? AND bucket >= ? AND bucket < ? GROUP BY slice, verdict\
                        """.formatted(Pieces.sliceOf(BUCKET_OF_TRACK, slices.cuts())))) {
                select.setString(1, track.value());
                select.setString(2, UtcTimes.bound(slices.whole().from()));
                select.setString(3, UtcTimes.bound(slices.whole().to()));
                return counts(select, slices);
            }
        });
    }

    @Override
    public Map<TrackId, List<Long>> readsOf(Collection<TrackId> tracks, Slices slices) {
        var reads = new HashMap<TrackId, List<Long>>();
        tracks.forEach(track -> reads.put(track, new ArrayList<>(Collections.nCopies(slices.count(), 0L))));
        if (slices.count() > 0 && !reads.isEmpty()) {
            database.read(connection -> addReads(connection, slices, reads));
        }
        return reads;
    }

    private static Map<TrackId, List<Long>> addReads(
            Connection connection, Slices slices, Map<TrackId, List<Long>> reads) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* stats.readsOfTracks */
            SELECT track_id, %s AS slice, SUM(read_count)
            FROM track_rollups WHERE track_id IN (%s) AND bucket >= ? AND bucket < ? AND read_count > 0
            GROUP BY track_id, slice\
            """.formatted(
                        Pieces.sliceOf(BUCKET_OF_TRACK, slices.cuts()),
                        String.join(", ", Collections.nCopies(reads.size(), "?"))))) {
            int place = 0;
            for (TrackId track : reads.keySet()) {
                select.setString(++place, track.value());
            }
            select.setString(++place, UtcTimes.bound(slices.whole().from()));
            select.setString(++place, UtcTimes.bound(slices.whole().to()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    List<Long> its = reads.get(new TrackId(rows.getString(1)));
                    if (its != null) {
                        its.set(rows.getInt(2), rows.getLong(3));
                    }
                }
            }
        }
        return reads;
    }

    /// Clocks say another hour after each change of theirs, so the quarters of a week are summed for each stretch
    /// between two changes, of the time in which there was anything at all.
    @Override
    public WeekHours readsByHour(Range range, LocalCalendar calendar) {
        return database.read(connection -> {
            Optional<Range> busy = busy(connection, range);
            return busy.isEmpty() ? hours(new long[WEEK]) : readsByHour(connection, calendar.offsets(busy.get()));
        });
    }

    private static Optional<Range> busy(Connection connection, Range range) throws SQLException {
        if (range.isEmpty()) {
            return Optional.empty();
        }
        String months = new Pieces(Slices.of(months(range)), List.of(Level.MONTH)).condition();
        try (var select = connection.prepareStatement("""
            /* stats.busyMonths */
            SELECT MIN(bucket), MAX(bucket) FROM rollups
            WHERE dimension = 'verdict' AND %s AND read_count > 0\
            """.formatted(months));
                var row = select.executeQuery()) {
            row.next();
            long first = row.getLong(1);
            return row.wasNull()
                    ? Optional.empty()
                    : common(range, Buckets.start(first), Level.MONTH.next(Buckets.start(row.getLong(2))));
        }
    }

    private static Range months(Range range) {
        return new Range(
                Level.MONTH.start(range.from()),
                Level.MONTH.next(Level.MONTH.start(range.to().minusNanos(1))));
    }

    private static Optional<Range> common(Range range, Instant from, Instant to) {
        Instant begin = from.isAfter(range.from()) ? from : range.from();
        Instant end = to.isBefore(range.to()) ? to : range.to();
        return begin.isBefore(end) ? Optional.of(new Range(begin, end)) : Optional.empty();
    }

    private WeekHours readsByHour(Connection connection, List<LocalCalendar.Offset> offsets) throws SQLException {
        boolean wholeHours = offsets.stream().allMatch(offset -> offset.ahead().toMinutes() % 60 == 0);
        var places = new Kind(
                RollupsChange.VERDICT,
                "MOD(bucket, " + WEEK + ")",
                wholeHours ? List.of(Level.QUARTER, Level.HOUR) : List.of(Level.QUARTER));
        var quarters = new long[WEEK];
        for (LocalCalendar.Offset offset : offsets) {
            long ahead = offset.ahead().dividedBy(Duration.ofMinutes(15));
            pastReads
                    .andRecentOnes(connection, places, offset.range())
                    .orElseThrow()
                    .forEach((place, reads) ->
                            quarters[Math.floorMod(Long.parseLong(place) + ahead + MONDAY_TO_THURSDAY, WEEK)] += reads);
        }
        return hours(quarters);
    }

    private static WeekHours hours(long[] quarters) {
        var hours = new ArrayList<>(Collections.nCopies(LocalCalendar.HOURS_OF_WEEK, 0L));
        for (int quarter = 0; quarter < quarters.length; quarter++) {
            int hour = quarter / QUARTERS_PER_HOUR;
            hours.set(hour, hours.get(hour) + quarters[quarter]);
        }
        return new WeekHours(hours);
    }

    @Override
    public TopValues top(Dimension dimension, Range range, int limit) {
        if (range.isEmpty()) {
            return TopValues.NONE;
        }
        return database.read(connection -> {
            Optional<Map<String, Long>> reads = pastReads.andRecentOnes(connection, Kind.of(dimension), range);
            return reads.isPresent() ? TopValues.of(reads.get(), limit) : counted(connection, dimension, range, limit);
        });
    }

    private static TopValues counted(Connection connection, Dimension dimension, Range range, int limit)
            throws SQLException {
        String condition = new Pieces(Slices.of(range), RollupsChange.LEVELS_OF_READERS).condition();
        try (var select = connection.prepareStatement("""
            /* stats.top */
            SELECT value, SUM(read_count) AS read_opens, SUM(SUM(read_count)) OVER () AS known
            FROM rollups WHERE dimension = ? AND %s
            GROUP BY value HAVING SUM(read_count) > 0 ORDER BY read_opens DESC, value LIMIT ?\
            """.formatted(condition))) {
            select.setString(1, dimension.code());
            select.setInt(2, limit);
            return top(select);
        }
    }

    private static TopValues top(PreparedStatement select) throws SQLException {
        var values = new LinkedHashMap<String, Long>();
        long others = 0;
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                values.put(rows.getString(1), rows.getLong(2));
                others = values.size() == 1 ? rows.getLong(3) - rows.getLong(2) : others - rows.getLong(2);
            }
        }
        return new TopValues(
                values.entrySet().stream()
                        .map(entry -> new TopValues.Value(entry.getKey(), entry.getValue()))
                        .toList(),
                others);
    }

    @Override
    public Optional<Instant> beginning() {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                /* stats.beginning */
                SELECT MIN(bucket) FROM (
                    SELECT MIN(bucket) AS bucket FROM rollups
                    WHERE dimension = 'verdict' AND level = 3 AND open_count > 0
                    UNION ALL
                    SELECT MIN(bucket) FROM sent_rollups WHERE level = 3 AND sent_count > 0
                ) earliest\
                """);
                    var row = select.executeQuery()) {
                row.next();
                long bucket = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(Buckets.start(bucket));
            }
        });
    }
}
