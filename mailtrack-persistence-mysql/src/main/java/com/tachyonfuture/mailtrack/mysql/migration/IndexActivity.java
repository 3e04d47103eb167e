package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Version 26: the index of the latest activity says of each track what lists by activity are filtered by, so that they
/// look up only the tracks that they show. Hot tracks are counted in an index of their own.
///
/// Some passes over the tracks, which can be read and written meanwhile.
final class IndexActivity extends MigrationInCode {

    /// With a number behind it where the name was taken.
    private static final String FORMER = "ix_tracked_emails_active";

    IndexActivity() {
        super("26", "Index activity");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        var schema = new Schema(connection);
        new TableChange("tracked_emails")
                .addIndexUnlessServed(
                        schema,
                        "ix_tracked_emails_active_states",
                        List.of("active_at", "id", "track_state", "last_read_at", "third_last_read_at"),
                        "tracks.latestActiveFirst")
                .addIndexUnlessServed(
                        schema, "ix_tracked_emails_third_last_read_at", List.of("third_last_read_at"), "tracks.count")
                .apply(connection);
        for (var index : schema.indexes("tracked_emails").entrySet()) {
            if (index.getKey().startsWith(FORMER) && index.getValue().equals(List.of("active_at"))) {
                new TableChange("tracked_emails")
                        .add("DROP INDEX " + index.getKey())
                        .apply(connection);
            }
        }
    }
}
