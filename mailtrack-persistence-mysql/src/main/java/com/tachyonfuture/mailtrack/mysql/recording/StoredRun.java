package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.Difference.Change;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The run over history as it is stored: the row of `judging_again`, and what it came to so far.
///
/// @param done how far it came
/// @param changedAt when it began or came so far, as the database writes it
record StoredRun(Scope scope, int ruleBook, boolean finished, PlaceInHistory done, String changedAt) {

    private static final String SELECT = "SELECT scope, rule_book, finished, created_at, track_id, open_id, changed_at"
            + " FROM judging_again WHERE id = 1";

    /// Makes sure that there is a row to lock. In a transaction of its own, as that of a spool is.
    static int prepare(Connection connection) throws SQLException {
        try (var insert = connection.createStatement()) {
            return insert.executeUpdate("""
                /* judging.prepare */
                INSERT INTO judging_again (id, scope, rule_book, finished, track_id, reads_before, reads_after,
                    new_repeats, ended_repeats, failed, changed_at)
                VALUES (1, '', 0, TRUE, '', 0, 0, 0, 0, 0, UTC_TIMESTAMP(6))
                ON DUPLICATE KEY UPDATE id = 1\
                """);
        }
    }

    static Optional<StoredRun> read(Connection connection) throws SQLException {
        return find(connection, "/* judging.run */ " + SELECT);
    }

    /// Waits until nobody else does a step.
    static Optional<StoredRun> lock(Connection connection) throws SQLException {
        return find(connection, "/* judging.lockRun */ " + SELECT + " FOR UPDATE");
    }

    /// As [#lock], of one that was prepared.
    static StoredRun locked(Connection connection) throws SQLException {
        return lock(connection).orElseThrow();
    }

    /// Empty also where somebody else does a step just now.
    static Optional<StoredRun> lockIfFree(Connection connection) throws SQLException {
        return find(connection, "/* judging.lockFreeRun */ " + SELECT + " FOR UPDATE SKIP LOCKED");
    }

    private static Optional<StoredRun> find(Connection connection, String sql) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            return row.next() ? Optional.of(run(row)) : Optional.empty();
        }
    }

    private static StoredRun run(ResultSet row) throws SQLException {
        boolean all = row.getString("scope").equals(code(Scope.ALL));
        var done = new PlaceInHistory(
                row.getString("created_at"), row.getString("track_id"), row.getObject("open_id", Long.class));
        return new StoredRun(
                all ? Scope.ALL : Scope.NEVER_JUDGED,
                row.getInt("rule_book"),
                row.getBoolean("finished"),
                done,
                row.getString("changed_at"));
    }

    private static String code(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    /// Whether going on with it does what is asked for.
    boolean serves(Scope wanted, int rules) {
        return !finished && ruleBook == rules && (scope == wanted || scope == Scope.ALL);
    }

    /// Whether newer rules are to go on with it.
    boolean isOfNewer(int rules) {
        return !finished && ruleBook > rules;
    }

    /// Puts a new run in place of the one that is locked.
    static StoredRun begin(Connection connection, Scope scope, int ruleBook) throws SQLException {
        try (var update = connection.prepareStatement("""
            /* judging.begin */
            UPDATE judging_again SET scope = ?, rule_book = ?, finished = FALSE, created_at = NULL, track_id = '', open_id = NULL,
                reads_before = 0, reads_after = 0, new_repeats = 0, ended_repeats = 0, failed = 0,
                changed_at = UTC_TIMESTAMP(6)
            WHERE id = 1\
            """);
                var forget = connection.createStatement()) {
            update.setString(1, code(scope));
            update.setInt(2, ruleBook);
            update.executeUpdate();
            forget.executeUpdate("/* judging.forgetChanges */ DELETE FROM judging_again_changes");
        }
        return locked(connection);
    }

    /// It has come further; the row is locked.
    static void advance(Connection connection, PlaceInHistory done, boolean finished, Difference more)
            throws SQLException {
        try (var update = connection.prepareStatement("""
            /* judging.advance */
            UPDATE judging_again SET finished = ?, created_at = ?, track_id = ?, open_id = ?, reads_before = reads_before + ?,
                reads_after = reads_after + ?, new_repeats = new_repeats + ?, ended_repeats = ended_repeats + ?,
                failed = failed + ?, changed_at = UTC_TIMESTAMP(6)
            WHERE id = 1\
            """)) {
            update.setBoolean(1, finished);
            update.setString(2, done.createdAt());
            update.setString(3, done.track());
            update.setObject(4, done.open());
            update.setLong(5, more.readsBefore());
            update.setLong(6, more.readsAfter());
            update.setLong(7, more.newRepeats());
            update.setLong(8, more.endedRepeats());
            update.setLong(9, more.failed());
            update.executeUpdate();
        }
        add(connection, more.changes());
    }

    private static void add(Connection connection, Map<Change, Long> changes) throws SQLException {
        var insert = new RowInsert(
                connection,
                "/* judging.addChanges */ INSERT INTO judging_again_changes (was, became, reason, open_count) VALUES ",
                " ON DUPLICATE KEY UPDATE open_count = open_count + VALUES(open_count)");
        for (var change : changes.entrySet()) {
            Verdict was = change.getKey().was();
            insert.value(was == null ? "" : was.code())
                    .value(change.getKey().became().code())
                    .value(change.getKey().reason().code())
                    .value(change.getValue().longValue())
                    .endRow();
        }
        insert.send();
    }

    /// What it came to so far.
    static Difference outcome(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery("""
                    /* judging.outcome */
                    SELECT reads_before, reads_after, new_repeats, ended_repeats, failed FROM judging_again
                    WHERE id = 1\
                    """)) {
            return row.next()
                    ? new Difference(
                            changes(connection),
                            row.getLong("reads_before"),
                            row.getLong("reads_after"),
                            row.getLong("new_repeats"),
                            row.getLong("ended_repeats"),
                            row.getLong("failed"))
                    : Difference.NONE;
        }
    }

    private static Map<Change, Long> changes(Connection connection) throws SQLException {
        var changes = new HashMap<Change, Long>();
        try (var select = connection.createStatement();
                var rows = select.executeQuery(
                        "/* judging.changes */ SELECT was, became, reason, open_count FROM judging_again_changes")) {
            while (rows.next()) {
                var change = new Change(
                        Verdict.of(rows.getString("was")).orElse(null),
                        Verdict.of(rows.getString("became")).orElse(Verdict.UNDECIDED),
                        Reason.of(rows.getString("reason")).orElse(Reason.NO_EVIDENCE));
                changes.merge(change, rows.getLong("open_count"), Long::sum);
            }
        }
        return changes;
    }
}
