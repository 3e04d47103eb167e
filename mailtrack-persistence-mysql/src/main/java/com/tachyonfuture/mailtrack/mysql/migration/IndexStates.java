package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Version 11: the tracks in one state are listed from an index, however few they are.
///
/// The state follows from the counters, so the database works it out, and no writer can forget it. The column is
/// stored nowhere but in the index, whose entry moves when the state changes: at most twice in the life of a track.
/// Adding the column does not touch the rows; the index takes one pass over the table. Two statements, since servers
/// copy the table when both come in one.
final class IndexStates extends MigrationInCode {

    IndexStates() {
        super("11", "Index states");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        new TableChange("tracked_emails")
                .addColumnUnlessThere(
                        new Schema(connection),
                        "track_state",
                        "TINYINT GENERATED ALWAYS AS (CASE WHEN read_count > 0 THEN 2 WHEN open_count > 0 THEN 1 ELSE 0"
                                + " END) VIRTUAL COMMENT '0 waiting, 1 delivered, 2 read'")
                .apply(connection);
        new TableChange("tracked_emails")
                .addIndexUnlessServed(
                        new Schema(connection),
                        "ix_tracked_emails_state_created",
                        List.of("track_state", "created_at"),
                        "tracks.newestFirst")
                .apply(connection);
    }
}
