package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// Version 22: a track that only its owner fetched is waiting, and not delivered.
///
/// Servers do not change what a column is worked out from, so the one of [IndexStates] goes, with its index, and comes
/// again under its name. It is stored nowhere but in that index: no row is touched, and the index takes one pass over
/// the table. Where it was interrupted, it goes on.
final class WaitDespiteOwnOpens extends MigrationInCode {

    private static final String TABLE = "tracked_emails";
    private static final String STATE = "track_state";
    private static final String OWN = VerdictColumns.of(Verdict.SELF);

    WaitDespiteOwnOpens() {
        super("22", "Wait despite own opens");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        var schema = new Schema(connection);
        if (schema.columns(TABLE).containsKey(STATE) && !knowsOwnOpens(schema)) {
            drop(schema);
        }
        new TableChange(TABLE)
                .addColumnUnlessThere(
                        schema,
                        STATE,
                        "TINYINT GENERATED ALWAYS AS (CASE WHEN read_count > 0 THEN 2 WHEN open_count > " + OWN
                                + " THEN 1 ELSE 0 END) VIRTUAL COMMENT '0 waiting, 1 delivered, 2 read'")
                .apply(connection);
        new TableChange(TABLE)
                .addIndexUnlessServed(
                        schema, "ix_tracked_emails_state_created", List.of(STATE, "created_at"), "tracks.newestFirst")
                .apply(connection);
    }

    private static boolean knowsOwnOpens(Schema schema) throws SQLException {
        return schema.workedOutFrom(TABLE, STATE).toLowerCase(Locale.ROOT).contains(OWN);
    }

    private static void drop(Schema schema) throws SQLException {
        var change = new TableChange(TABLE);
        schema.indexes(TABLE).forEach((name, columns) -> {
            if (columns.contains(STATE)) {
                change.add("DROP INDEX `" + name + "`");
            }
        });
        change.add("DROP COLUMN " + STATE).apply(schema.connection());
    }
}
