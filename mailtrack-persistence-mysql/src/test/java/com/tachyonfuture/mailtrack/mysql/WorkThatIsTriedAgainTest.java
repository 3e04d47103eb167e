package com.tachyonfuture.mailtrack.mysql;

import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.recording.Step;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.StepTimes.Taken;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.Written;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpenLog;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import io.micronaut.data.connection.ConnectionStatus;
import io.micronaut.data.connection.ConnectionSynchronization;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a cluster or a failover may answer. The server itself says it here, as the statement `SIGNAL` makes it,
/// or the commit fails on the way to it.
final class WorkThatIsTriedAgainTest extends MysqlFixture {

    private static final String ERRORS = """
        a deadlock or a conflict of Galera, 1213, 40001
        a wait for a lock that took too long, 1205, HY000
        a row that changed since the snapshot, 1020, HY000
        a conflict of Group Replication, 3101, 40000
        a server that was made read-only, 1290, HY000
        a server in read-only mode, 1836, HY000
        a replica of Group Replication, 3100, HY000
        """;

    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = ERRORS)
    void workThatAStatementLosesIsDoneOnce(String name, int error, String state) throws SQLException {
        database().write(connection -> {
            int attempt = attempts.incrementAndGet();
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT INTO spool_positions VALUES ('a', " + attempt + ", NOW())");
                if (attempt == 1) {
                    statement.execute("SIGNAL SQLSTATE '" + state + "' SET MYSQL_ERRNO = " + error);
                }
            }
            return attempt;
        });

        assertThat(texts("SELECT position FROM spool_positions")).as(name).containsExactly("2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = ERRORS)
    void aBatchThatTheCommitLosesIsWrittenOnce(String name, int error, String state) throws SQLException {
        tracks().add(track(1));
        var log = new MysqlOpenLog(losing(2, error, state), new StepTimes(System::nanoTime), REPEAT_WINDOW);

        Written written = log.write(batch(0, hit(track(1)), hit(track(1))), UNJUDGED);

        assertThat(written).as(name).isEqualTo(new Written(2, 0));
        assertThat(attempts)
                .as("one for the position, one for old views, and three")
                .hasValue(5);
        assertThat(texts("SELECT COUNT(*) FROM opens")).containsExactly("2");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void theStepsOfAnAttemptThatLostAreNotCounted() {
        tracks().add(track(1));
        var nanos = new AtomicLong();
        var times = new StepTimes(() -> nanos.addAndGet(10));

        new MysqlOpenLog(losing(1, 1213, "40001"), times, REPEAT_WINDOW)
                .write(batch(0, hit(track(1)), hit(track(2))), UNJUDGED);

        assertThat(attempts).hasValue(4);
        assertThat(Stream.of(Step.KNOWN_TRACKS, Step.INSERT_OPENS, Step.COUNT, Step.ROLL_UP, Step.COMMIT))
                .allSatisfy(step -> assertThat(times.of(step)).isEqualTo(new Taken(1, 2, Duration.ofNanos(10))));
    }

    @Test
    void aConflictThatNeverEndsMakesTheBatchWait() throws SQLException {
        tracks().add(track(1));
        var log = new MysqlOpenLog(losing(1_000, 1213, "40001"), new StepTimes(System::nanoTime), REPEAT_WINDOW);

        assertThatThrownBy(() -> log.write(batch(0, hit(track(1))), UNJUDGED)).isInstanceOf(StorageUnavailable.class);

        assertThat(texts("SELECT COUNT(*) FROM opens")).containsExactly("0");
        assertThat(openLog().write(batch(0, hit(track(1))), UNJUDGED)).isEqualTo(new Written(1, 0));
    }

    /// The database, of whose commits a few fail and leave nothing. Not the first two, which make
    /// the spool's position and remove old views.
    private Database losing(int commits, int error, String state) {
        var database = new Database(new LosingConnections(commits, new SQLException("made up", state, error)));
        database.markReady();
        return database;
    }

    private final class LosingConnections implements ConnectionOperations<Connection> {

        private final int commits;
        private final SQLException failure;

        LosingConnections(int commits, SQLException failure) {
            this.commits = commits;
            this.failure = failure;
        }

        @Override
        public Optional<ConnectionStatus<Connection>> findConnectionStatus() {
            return Optional.empty();
        }

        @Override
        public <R> R execute(ConnectionDefinition definition, Function<ConnectionStatus<Connection>, R> work) {
            try (var connection = connect()) {
                return work.apply(new Status(losing(connection), definition));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private boolean loses(int commit) {
            return commit > 2 && commit <= 2 + commits;
        }

        private Connection losing(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                        if (method.getName().equals("commit") && loses(attempts.incrementAndGet())) {
                            connection.rollback();
                            throw failure;
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private record Status(Connection connection, ConnectionDefinition definition)
            implements ConnectionStatus<Connection> {

        @Override
        public boolean isNew() {
            return true;
        }

        @Override
        public Connection getConnection() {
            return connection;
        }

        @Override
        public ConnectionDefinition getDefinition() {
            return definition;
        }

        @Override
        public void registerSynchronization(ConnectionSynchronization synchronization) {
            throw new UnsupportedOperationException("nobody synchronizes here");
        }
    }
}
