package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Version 24: the seed plan's index on the time of opens goes. No query of ours reads it since version 4, and every
/// open that is recorded had to be put into it.
///
/// An index that has another name or more columns was somebody's decision, and stays. Nothing is copied, and the table
/// can be read and written meanwhile.
final class DropIdleIndex extends MigrationInCode {

    private static final String INDEX = "idx_opened_at";

    DropIdleIndex() {
        super("24", "Drop idle index");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        if (List.of("opened_at").equals(new Schema(connection).indexes("opens").get(INDEX))) {
            new TableChange("opens").add("DROP INDEX " + INDEX).apply(connection);
        }
    }
}
