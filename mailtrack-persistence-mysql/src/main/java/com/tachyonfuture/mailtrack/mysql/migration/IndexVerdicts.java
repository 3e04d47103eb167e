package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Version 17: the tracks that have an open of some verdict are listed from an index, however few they are.
///
/// As with [IndexStates], the database works the claim out from the counter, it is stored nowhere but in the index, and
/// its entry there moves once in the life of a track, or when opens are judged again. Each index takes its tracks in
/// the list's order; one for all verdicts could not.
final class IndexVerdicts extends MigrationInCode {

    IndexVerdicts() {
        super("17", "Index verdicts");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        var columns = new TableChange("tracked_emails");
        for (Verdict verdict : Verdict.values()) {
            columns.addColumnUnlessThere(
                    new Schema(connection),
                    "has_" + verdict.code(),
                    "BOOLEAN GENERATED ALWAYS AS (" + verdict.code() + "_opens > 0) VIRTUAL");
        }
        columns.apply(connection);
        var indexes = new TableChange("tracked_emails");
        for (Verdict verdict : Verdict.values()) {
            indexes.addIndexUnlessServed(
                    new Schema(connection),
                    "ix_tracked_emails_" + verdict.code() + "_created",
                    List.of("has_" + verdict.code(), "created_at"),
                    "tracks.newestFirst");
        }
        indexes.apply(connection);
    }
}
