package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

        @Nullable String searchText) {

    /// The columns that [#read] wants.
    static final String COLUMNS = """
        id, recipient, subject, notes, message_group_id, created_at,
            open_count, read_count, first_opened_at, last_opened_at\
        """;

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
                new Track(trackId(), details, createdAt),
                new Activity(openCount, readCount, firstOpenedAt, lastOpenedAt));
    }
}
