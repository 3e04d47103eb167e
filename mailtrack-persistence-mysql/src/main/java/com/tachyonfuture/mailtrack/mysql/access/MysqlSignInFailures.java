package com.tachyonfuture.mailtrack.mysql.access;

import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.domain.access.FailedTries;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// [SignInFailures] in the database. Names stand there as hashes: they may be of any length, and nobody needs to read
/// them.
///
/// Whoever counts locks the rows in the order of these hashes, so that two who count do not wait for each other. Under
/// attack nearly every try has to wait; then it is told so by plain reads, without a lock.
public final class MysqlSignInFailures implements SignInFailures {

    static final String FORGET_BEFORE = """
        /* access.forgetFailuresBefore */
        DELETE FROM sign_in_failures WHERE last_failed_at < ? ORDER BY last_failed_at, name_hash LIMIT ?\
        """;

    private static final Comparator<Row> IN_ORDER_OF_LOCKS = Comparator.comparing(Row::name, Arrays::compareUnsigned);

    private final Database database;

    public MysqlSignInFailures(Database database) {
        this.database = database;
    }

    private static List<Row> rows(List<Slowed> slowed) {
        return slowed.stream().map(Row::new).sorted(IN_ORDER_OF_LOCKS).toList();
    }

    @Override
    public Optional<Instant> nextTryAt(List<Slowed> slowed, Instant now) {
        List<Row> rows = rows(slowed);
        return database.read(connection -> {
            for (var row : rows) {
                row.read(connection);
            }
            return longestWait(rows, now);
        });
    }

    @Override
    public Optional<Instant> count(List<Slowed> slowed, Instant now) {
        Optional<Instant> wait = nextTryAt(slowed, now);
        return wait.isPresent() ? wait : database.write(connection -> countLocked(connection, rows(slowed), now));
    }

    private static Optional<Instant> countLocked(Connection connection, List<Row> rows, Instant now)
            throws SQLException {
        for (var row : rows) {
            row.lock(connection, now);
        }
        Optional<Instant> wait = longestWait(rows, now);
        if (wait.isPresent()) {
            // The rows that were made to be locked shall not stay.
            connection.rollback();
            return wait;
        }
        for (var row : rows) {
            row.countOne(connection, now);
        }
        return Optional.empty();
    }

    private static Optional<Instant> longestWait(List<Row> rows, Instant now) {
        return rows.stream().flatMap(row -> row.nextTryAt(now)).max(Comparator.naturalOrder());
    }

    @Override
    public void forget(List<Slowed> slowed) {
        database.write(connection -> {
            int forgotten = 0;
            for (var row : rows(slowed)) {
                forgotten += row.remove(connection);
            }
            return forgotten;
        });
    }

    @Override
    public void forgetBefore(Instant time) {
        new Removal(database).before(time, FORGET_BEFORE);
    }

    @Override
    public void forgetAll() {
        forgetBefore(Instant.MAX);
    }

    /// What stands in the row of something that is slowed, as last read; within one connection.
    private static final class Row {

        private final Slowed slowed;
        private final byte[] name;
        private FailedTries tries = FailedTries.NONE;

        Row(Slowed slowed) {
            this.slowed = slowed;
            this.name = SecretHash.of(slowed.name()).bytes();
        }

        byte[] name() {
            return name;
        }

        Stream<Instant> nextTryAt(Instant now) {
            return tries.nextTryAt(slowed.pace(), now).stream();
        }

        void read(Connection connection) throws SQLException {
            read(connection, """
                /* access.failures */
                SELECT failures, last_failed_at FROM sign_in_failures WHERE name_hash = ?\
                """);
        }

        /// Makes the row if need be: two that look for a row that is not there would both lock the gap, and then
        /// neither could insert.
        void lock(Connection connection, Instant now) throws SQLException {
            try (var insert = connection.prepareStatement("""
                /* access.prepareFailures */
                INSERT INTO sign_in_failures (name_hash, failures, last_failed_at) VALUES (?, 0, ?)
                ON DUPLICATE KEY UPDATE failures = failures\
                """)) {
                insert.setBytes(1, name);
                insert.setString(2, UtcTimes.text(now));
                insert.executeUpdate();
            }
            read(connection, """
                /* access.lockFailures */
                SELECT failures, last_failed_at FROM sign_in_failures WHERE name_hash = ? FOR UPDATE\
                """);
        }

        private void read(Connection connection, String sql) throws SQLException {
            try (var select = connection.prepareStatement(sql)) {
                select.setBytes(1, name);
                try (var row = select.executeQuery()) {
                    tries = row.next()
                            ? new FailedTries(
                                    row.getInt("failures"),
                                    Objects.requireNonNull(UtcTimes.instant(row.getString("last_failed_at"))))
                            : FailedTries.NONE;
                }
            }
        }

        void countOne(Connection connection, Instant now) throws SQLException {
            FailedTries counted = tries.andOneAt(now);
            try (var update = connection.prepareStatement("""
                /* access.countFailure */
                UPDATE sign_in_failures SET failures = ?, last_failed_at = ? WHERE name_hash = ?\
                """)) {
                update.setInt(1, counted.times());
                update.setString(2, UtcTimes.text(counted.lastAt()));
                update.setBytes(3, name);
                update.executeUpdate();
            }
        }

        int remove(Connection connection) throws SQLException {
            try (var delete = connection.prepareStatement("""
                /* access.forgetFailures */ DELETE FROM sign_in_failures WHERE name_hash = ?\
                """)) {
                delete.setBytes(1, name);
                return delete.executeUpdate();
            }
        }
    }
}
