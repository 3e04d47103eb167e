package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.stats.ActivityColumns;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A row of `tracked_emails`, as far as we use it; other columns have defaults.
///
/// @param searchText what [SearchWords] makes of the texts; null also where a query left it out
@MappedEntity("tracked_emails")
record TrackRow(
        @Id String id,
        @Nullable String recipient,
        @Nullable String subject,
        @Nullable String notes,
        @Nullable String messageGroupId,

        @TypeDef(type = DataType.STRING, converter = UtcTimes.class) @Nullable
        Instant createdAt,

        long openCount,
        long readCount,

        @TypeDef(type = DataType.STRING, converter = UtcTimes.class) @Nullable
        Instant firstOpenedAt,

        @TypeDef(type = DataType.STRING, converter = UtcTimes.class) @Nullable
        Instant lastOpenedAt,

        @TypeDef(type = DataType.STRING, converter = UtcTimes.class) @Nullable
        Instant firstReadAt,

        @TypeDef(type = DataType.STRING, converter = UtcTimes.class) @Nullable
        Instant lastReadAt,

        @TypeDef(type = DataType.STRING, converter = UtcTimes.class) @Nullable
        Instant secondLastReadAt,

        @TypeDef(type = DataType.STRING, converter = UtcTimes.class) @Nullable
        Instant thirdLastReadAt,

        @TypeDef(type = DataType.STRING, converter = UtcTimes.class) @Nullable
        Instant stoppedAt,

        boolean pinned,
        @Nullable String createdFrom,
        long humanOpens,
        long imageProxyOpens,
        long prefetchOpens,
        long scannerOpens,
        long botOpens,
        long selfOpens,
        long undecidedOpens,
        @Nullable String searchText) {

    /// The columns that [#read] wants.
    static final String COLUMNS =
            """
            id, recipient, subject, notes, message_group_id, created_at,
                open_count, read_count, first_opened_at, last_opened_at, %s, stopped_at, pinned,
                created_from, %s\
            """.formatted(String.join(", ", ActivityColumns.READS), VerdictColumns.list(column -> column));

    static TrackRow of(Track track) {
        TrackDetails details = track.details();
        return new TrackRow(
                track.id().value(),
                details.recipient(),
                details.subject(),
                details.notes(),
                details.messageGroupId(),
                track.createdAt(),
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                Optional.ofNullable(track.createdFrom())
                        .map(IpAddress::toString)
                        .orElse(null),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                SearchWords.index(details.recipient(), details.subject(), details.notes()));
    }

    static TrackRow read(ResultSet columns) throws SQLException {
        return new TrackRow(
                columns.getString("id"),
                columns.getString("recipient"),
                columns.getString("subject"),
                columns.getString("notes"),
                columns.getString("message_group_id"),
                instant(columns, "created_at"),
                columns.getLong("open_count"),
                columns.getLong("read_count"),
                instant(columns, "first_opened_at"),
                instant(columns, "last_opened_at"),
                instant(columns, "first_read_at"),
                instant(columns, "last_read_at"),
                instant(columns, "second_last_read_at"),
                instant(columns, "third_last_read_at"),
                instant(columns, "stopped_at"),
                columns.getBoolean("pinned"),
                columns.getString("created_from"),
                columns.getLong("human_opens"),
                columns.getLong("image_proxy_opens"),
                columns.getLong("prefetch_opens"),
                columns.getLong("scanner_opens"),
                columns.getLong("bot_opens"),
                columns.getLong("self_opens"),
                columns.getLong("undecided_opens"),
                null);
    }

    private static @Nullable Instant instant(ResultSet columns, String name) throws SQLException {
        return UtcTimes.instant(columns.getString(name));
    }

    TrackId trackId() {
        return new TrackId(id);
    }

    TrackSummary summary() {
        var details = new TrackDetails(recipient, subject, notes, messageGroupId);
        return new TrackSummary(
                new Track(trackId(), details, createdAt, address()), activity(), verdicts(), pinned, stoppedAt);
    }

    private Activity activity() {
        return new Activity(
                openCount,
                readCount,
                selfOpens,
                firstOpenedAt,
                lastOpenedAt,
                firstReadAt,
                ActivityColumns.latest(lastReadAt, secondLastReadAt, thirdLastReadAt));
    }

    private @Nullable IpAddress address() {
        return Optional.ofNullable(createdFrom).flatMap(IpAddress::parse).orElse(null);
    }

    private VerdictCounts verdicts() {
        return new VerdictCounts(Map.of(
                Verdict.HUMAN, humanOpens,
                Verdict.IMAGE_PROXY, imageProxyOpens,
                Verdict.PREFETCH, prefetchOpens,
                Verdict.SCANNER, scannerOpens,
                Verdict.BOT, botOpens,
                Verdict.SELF, selfOpens,
                Verdict.UNDECIDED, undecidedOpens));
    }
}
