package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Version 26: the tracks that are hot are found by an index, and counted in it.
///
/// One pass over the tracks, which can be read and written meanwhile.
final class IndexHot extends MigrationInCode {

    IndexHot() {
        super("26", "Index hot");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        new TableChange("tracked_emails")
                .addIndexUnlessServed(
                        new Schema(connection),
                        "ix_tracked_emails_third_last_read_at",
                        List.of("third_last_read_at"),
                        "tracks.count")
                .apply(connection);
    }
}
