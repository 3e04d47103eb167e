package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.stats.QuarterHour;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the opens of which the same is known together, as far as the numbers over time want to know it. It names the
/// columns that it needs, and no others: migrations use it too, which later columns come after.
final class ReadersOfOpens {

    /// Takes opens that are alike.
    @FunctionalInterface
    interface Taker {

        /// Takes those of a quarter of an hour.
        ///
        /// @param bucket in which they happened
        /// @param open one for all of them, which knows what they have in common
        /// @param count how many they are
        void take(QuarterHour bucket, Open open, long count);
    }

    /// The number of the quarter of an hour, see [Buckets].
    static final String BUCKET = "FLOOR((TO_SECONDS(opened_at) - 62167219200) / 900)";

    private static final List<String> KNOWN = List.of(
            "verdict",
            "reason",
            "agent",
            "proxy_type",
            "country_code",
            "country",
            "city",
            "asn",
            "network",
            "client",
            "os",
            "device");

    /// All of a group have the same, so any of them will do.
    private static final String ALIKE =
            KNOWN.stream().map(column -> "MAX(" + column + ") AS " + column).collect(Collectors.joining(", "));

    /// By their bytes, as [RollupsChange] tells them apart: the columns take spellings for equal that are two values.
    private static final String EACH =
            KNOWN.stream().map(column -> "CAST(opens." + column + " AS BINARY)").collect(Collectors.joining(", "));

    private static final String READS_OF_TRACK = """
        /* stats.readersOfTrack */
        SELECT %s AS bucket, COUNT(*) AS opens, %s FROM opens
        WHERE tracked_email_id = ? AND counted = TRUE AND opened_at IS NOT NULL
        GROUP BY bucket, %s\
        """.formatted(BUCKET, ALIKE, EACH);

    private static final String READS_OF_TIME = """
        /* stats.readersOfTime */
        SELECT %s AS bucket, COUNT(*) AS opens, %s FROM opens
        WHERE counted = TRUE AND opened_at >= ? AND opened_at < ?
        GROUP BY bucket, %s\
        """.formatted(BUCKET, ALIKE, EACH);

    private ReadersOfOpens() {}

    /// The reads of a track.
    static void ofTrack(Connection connection, TrackId track, Taker taker) throws SQLException {
        try (var select = connection.prepareStatement(READS_OF_TRACK)) {
            select.setString(1, track.value());
            read(select, taker);
        }
    }

    /// The reads of some time.
    static void of(Connection connection, String from, String to, Taker taker) throws SQLException {
        try (var select = connection.prepareStatement(READS_OF_TIME)) {
            select.setString(1, from);
            select.setString(2, to);
            read(select, taker);
        }
    }

    private static void read(PreparedStatement select, Taker taker) throws SQLException {
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                taker.take(new QuarterHour(Buckets.start(rows.getLong("bucket"))), open(rows), rows.getLong("opens"));
            }
        }
    }

    /// What an open has in common with those that are like it.
    static Open open(ResultSet row) throws SQLException {
        var place = new Place(row.getString("country_code"), row.getString("country"), row.getString("city"));
        var client = new Client(
                row.getString("client"),
                row.getString("os"),
                Optional.ofNullable(row.getString("device"))
                        .flatMap(DeviceClass::of)
                        .orElse(null));
        return new Open(
                0,
                new TrackId("any"),
                null,
                null,
                null,
                null,
                Set.of(),
                new Description(place, network(row), client, 1),
                judgement(row),
                false,
                row.getString("proxy_type"),
                null);
    }

    private static @Nullable Network network(ResultSet row) throws SQLException {
        Long number = row.getObject("asn", Long.class);
        return number == null ? null : new Network(number, Objects.requireNonNullElse(row.getString("network"), ""));
    }

    private static @Nullable Judgement judgement(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return verdict == null
                ? null
                : new Judgement(
                        Verdict.of(verdict).orElse(Verdict.UNDECIDED),
                        Optional.ofNullable(row.getString("reason"))
                                .flatMap(Reason::of)
                                .orElse(Reason.NO_EVIDENCE),
                        Confidence.LOW,
                        row.getString("agent"));
    }
}
