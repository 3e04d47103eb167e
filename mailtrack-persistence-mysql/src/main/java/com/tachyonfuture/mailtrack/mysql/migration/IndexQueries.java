package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Version 4: every list that a page or the API shows is read from an index.
///
/// A secondary index of InnoDB ends with the primary key, so (created_at) also orders by (created_at, id), and
/// (tracked_email_id) by (tracked_email_id, id). What an index of the seed plan or of the Python service serves gets
/// no second one. Built while the table can be read and written.
final class IndexQueries extends MigrationInCode {

    IndexQueries() {
        super("4", "Index queries");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        var schema = new Schema(connection);
        new TableChange("tracked_emails")
                .addIndexUnlessServed(schema, "ix_tracked_emails_created", List.of("created_at"), "tracks.newestFirst")
                .apply(connection);
        new TableChange("opens")
                .addIndexUnlessServed(
                        schema,
                        "ix_opens_counted_opened",
                        List.of("counted", "opened_at"),
                        "opens.recentReads, opens.latestRead")
                .apply(connection);
    }
}
