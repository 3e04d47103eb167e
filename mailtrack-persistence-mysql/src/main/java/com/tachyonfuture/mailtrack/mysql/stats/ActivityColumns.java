package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns of `tracked_emails` that say what happened to a track.
public final class ActivityColumns {

    /// When it was read first, and when last, the latest first.
    public static final List<String> READS =
            List.of("first_read_at", "last_read_at", "second_last_read_at", "third_last_read_at");

    /// What [#read] wants.
    public static final String LIST =
            "open_count, read_count, self_opens, first_opened_at, last_opened_at, " + String.join(", ", READS);

    private ActivityColumns() {}

    public static Activity read(ResultSet row) throws SQLException {
        return new Activity(
                row.getLong("open_count"),
                row.getLong("read_count"),
                row.getLong("self_opens"),
                instant(row, "first_opened_at"),
                instant(row, "last_opened_at"),
                instant(row, "first_read_at"),
                latest(
                        instant(row, "last_read_at"),
                        instant(row, "second_last_read_at"),
                        instant(row, "third_last_read_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return UtcTimes.instant(row.getString(column));
    }

    /// The latest reads of a track, as the columns have them.
    public static List<Instant> latest(@Nullable Instant... reads) {
        return Stream.of(reads).filter(Objects::nonNull).toList();
    }

    /// The values of [#READS].
    public static List<@Nullable Instant> reads(Activity activity) {
        List<Instant> latest = activity.latestReads();
        return Arrays.asList(activity.firstReadAt(), latest(latest, 0), latest(latest, 1), latest(latest, 2));
    }

    private static @Nullable Instant latest(List<Instant> latest, int place) {
        return place < latest.size() ? latest.get(place) : null;
    }
}
