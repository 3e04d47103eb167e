package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Version 25: the tracks that were stopped are found by an index. They are few, and may be anywhere.
///
/// One pass over the tracks, which can be read and written meanwhile.
final class IndexStopped extends MigrationInCode {

    IndexStopped() {
        super("25", "Index stopped");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        new TableChange("tracked_emails")
                .addIndexUnlessServed(
                        new Schema(connection), "ix_tracked_emails_stopped", List.of("stopped_at"), "tracks.countSome")
                .apply(connection);
    }
}
