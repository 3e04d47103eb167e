package com.tachyonfuture.mailtrack.mysql;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseTest extends MysqlFixture {

    private static final String UNUSED_PORT = "jdbc:mysql://127.0.0.1:1/secret_name?connectTimeout=1000";

    @BeforeEach
    void addTwoCounters() throws SQLException {
        execute("INSERT INTO spool_positions (spool, position, updated_at) VALUES ('a', 0, NOW()), ('b', 0, NOW())");
    }

    @Test
    void nothingGetsThroughBeforeTheDatabaseIsReady() {
        var closed = database(context());

        assertThatThrownBy(() -> closed.read(connection -> 1))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessage("the database is not ready yet");
        assertThatThrownBy(() -> closed.write(connection -> 1)).isInstanceOf(StorageUnavailable.class);

        closed.markReady();
        assertThat(closed.<Integer>read(connection -> 1)).isEqualTo(1);
    }

    @Test
    void aServerOutOfReachIsToldWithoutAddressesAndPasswords() {
        try (var nowhere = contextFor(UNUSED_PORT, "secret_user", "secret_password")) {
            var unreachable = database(nowhere);
            unreachable.markReady();

            assertThatThrownBy(() -> unreachable.write(connection -> 1))
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining("can't be reached")
                    .message()
                    .doesNotContain("secret", "127.0.0.1");
        }
    }

    @Test
    void aWrongPasswordMakesTheDatabaseUnavailableToo() {
        try (var locked = contextFor(testDatabase().url(), "nobody", "wrong")) {
            var unreachable = database(locked);
            unreachable.markReady();

            assertThatThrownBy(() -> unreachable.read(connection -> 1))
                    .isInstanceOf(StorageUnavailable.class)
                    .message()
                    .doesNotContain("nobody");
        }
    }

    @Test
    void transactionsThatLockEachOtherOutBothSucceed() throws Exception {
        var bothHoldTheirFirst = new CyclicBarrier(2);
        var attempts = new AtomicInteger();
        Callable<Integer> ab =
                () -> database().write(connection -> increment(connection, "a", "b", bothHoldTheirFirst, attempts));
        Callable<Integer> ba =
                () -> database().write(connection -> increment(connection, "b", "a", bothHoldTheirFirst, attempts));

        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var each : threads.invokeAll(List.of(ab, ba))) {
                assertThat(each.get()).isEqualTo(1);
            }
        }

        assertThat(attempts).hasValueGreaterThan(2);
        assertThat(position("a")).isEqualTo(2);
        assertThat(position("b")).isEqualTo(2);
    }

    private static int increment(
            Connection connection, String first, String second, CyclicBarrier meeting, AtomicInteger attempts)
            throws SQLException {
        int attempt = attempts.incrementAndGet();
        increment(connection, first);
        if (attempt <= 2) {
            await(meeting);
        }
        return increment(connection, second);
    }

    private static void await(CyclicBarrier meeting) {
        try {
            meeting.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aConnectionThatBreaksBeforeTheCommitIsReplaced() throws SQLException {
        var attempts = new AtomicInteger();

        database().write(connection -> {
            increment(connection, "a");
            if (attempts.incrementAndGet() == 1) {
                kill(connection);
            }
            return increment(connection, "b");
        });

        assertThat(attempts).hasValue(2);
        assertThat(position("a")).isEqualTo(1);
        assertThat(position("b")).isEqualTo(1);
    }

    @Test
    void aCommitWithoutAnswerIsNotTriedAgain() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> database().write(connection -> {
                    attempts.incrementAndGet();
                    increment(connection, "a");
                    kill(connection);
                    return 1;
                }))
                .isInstanceOf(StorageUnavailable.class)
                .hasMessageContaining("nobody knows");

        assertThat(attempts).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET SESSION TRANSACTION READ ONLY", "START TRANSACTION READ ONLY"})
    void aServerThatTakesNoChangesIsLeftForAnother(String noChanges) throws SQLException {
        var attempts = new AtomicInteger();

        database().write(connection -> {
            if (attempts.incrementAndGet() == 1) {
                connection.rollback();
                execute(connection, noChanges);
            }
            return increment(connection, "a");
        });

        assertThat(attempts).hasValue(2);
        assertThat(position("a")).isEqualTo(1);
    }

    @Test
    void aPoolWithoutAFreeConnectionIsToldAsUnavailable() throws Exception {
        var bothTaken = new CountDownLatch(2);
        var enough = new CountDownLatch(1);
        var address = testDatabase();
        try (var small = contextFor(address.url(), address.user(), address.password());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = database(small);
            busy.markReady();
            Work<Boolean> work = connection -> {
                bothTaken.countDown();
                return awaited(enough);
            };
            threads.execute(() -> busy.read(work));
            threads.execute(() -> busy.read(work));
            assertThat(awaited(bothTaken)).isTrue();

            assertThatThrownBy(() -> busy.read(connection -> 1))
                    .isInstanceOf(StorageUnavailable.class)
                    .hasMessageContaining("no connection to the database is free");
            enough.countDown();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aValueThatIsThereAlreadyIsNamedNowhereInTheStackTrace() {
        assertThatThrownBy(() -> database()
                        .write(connection -> execute(
                                connection,
                                "INSERT INTO spool_positions VALUES ('secret', 0, NOW()),('secret', 0, NOW())")))
                .isInstanceOf(DataRejected.class)
                .hasCauseInstanceOf(SQLException.class)
                .hasStackTraceContaining("1062, SQL state 23000")
                .hasStackTraceContaining("com.mysql.cj")
                .extracting(Throwables::getStackTrace, as(InstanceOfAssertFactories.STRING))
                .doesNotContain("secret");
    }

    @Test
    void aValueThatDoesNotFitIsRejectedWithoutNamingIt() {
        assertThatThrownBy(() -> database()
                        .write(connection -> execute(
                                connection, "INSERT INTO totals (name, value) VALUES (REPEAT('secret', 20), 0)")))
                .isInstanceOf(DataRejected.class)
                .hasMessageContaining("1406")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void aMistakeOfOursIsNoUnavailability() {
        assertThatThrownBy(() -> database().read(connection -> execute(connection, "SELECT secret FROM nowhere")))
                .isInstanceOf(IllegalStateException.class)
                .hasStackTraceContaining("SQL state 42S")
                .extracting(Throwables::getStackTrace, as(InstanceOfAssertFactories.STRING))
                .doesNotContain("secret");
    }

    @Test
    void workThatThrowsLeavesNothing() throws SQLException {
        assertThatThrownBy(() -> database().write(connection -> {
                    increment(connection, "a");
                    throw new UnsupportedOperationException("on purpose");
                }))
                .isInstanceOf(UnsupportedOperationException.class);

        assertThat(position("a")).isZero();
    }

    private static int increment(Connection connection, String counter) throws SQLException {
        return execute(
                connection, "UPDATE spool_positions SET position = position + 1 WHERE spool = '" + counter + "'");
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getUpdateCount();
        }
    }

    private static void kill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var id = statement.executeQuery("SELECT CONNECTION_ID()")) {
            id.next();
            execute("KILL " + id.getLong(1));
        }
    }

    private static long position(String counter) throws SQLException {
        return Long.parseLong(texts("SELECT position FROM spool_positions WHERE spool = '" + counter + "'")
                .getFirst());
    }
}
