package com.tachyonfuture.mailtrack.mysql;

import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.application.classify.port.History;
import com.tachyonfuture.mailtrack.application.contract.StorageFixture;
import com.tachyonfuture.mailtrack.application.live.port.Arrivals;
import com.tachyonfuture.mailtrack.application.recipient.port.Recipients;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import com.tachyonfuture.mailtrack.application.self.port.OwnAddresses;
import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.application.stats.port.Totals;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.mysql.access.MysqlApiKeys;
import com.tachyonfuture.mailtrack.mysql.access.MysqlOwnerPassword;
import com.tachyonfuture.mailtrack.mysql.access.MysqlSessions;
import com.tachyonfuture.mailtrack.mysql.access.MysqlSignInFailures;
import com.tachyonfuture.mailtrack.mysql.live.MysqlArrivals;
import com.tachyonfuture.mailtrack.mysql.migration.Migrations;
import com.tachyonfuture.mailtrack.mysql.recipient.MysqlRecipients;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlHistory;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpenLog;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpens;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlQuarantine;
import com.tachyonfuture.mailtrack.mysql.recording.OpenRows;
import com.tachyonfuture.mailtrack.mysql.self.MysqlOwnAddresses;
import com.tachyonfuture.mailtrack.mysql.stats.CountedNumbers;
import com.tachyonfuture.mailtrack.mysql.stats.MysqlNumbers;
import com.tachyonfuture.mailtrack.mysql.stats.MysqlTotals;
import com.tachyonfuture.mailtrack.mysql.stats.TotalRows;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import com.tachyonfuture.mailtrack.mysql.track.MysqlTracks;
import com.tachyonfuture.mailtrack.mysql.track.TrackRows;
import com.tachyonfuture.mailtrack.mysql.transfer.MysqlImports;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// The adapters over one database per test class, emptied before each test.
public abstract class MysqlFixture implements StorageFixture {

    private static final String TRACK_ROLLUPS = """
        SELECT CONCAT_WS(' ', 'track_rollups', track_id, bucket, verdict, SUM(more), SUM(more_read)) FROM (
            SELECT tracked_email_id AS track_id, CAST(TIMESTAMPADD(MINUTE, -(MINUTE(opened_at) % 15),
                DATE_FORMAT(opened_at, '%Y-%m-%d %H:%i:00')) AS DATETIME) AS bucket,
                COALESCE(verdict, 'unjudged') AS verdict, 1 AS more, counted AS more_read
            FROM opens WHERE opened_at IS NOT NULL
            UNION ALL
            SELECT track_id, bucket, verdict, -open_count, -read_count FROM track_rollups
        ) each_one
        GROUP BY track_id, bucket, verdict HAVING SUM(more) <> 0 OR SUM(more_read) <> 0\
        """;

    private static @Nullable TestDatabase testDatabase;
    private static @Nullable ApplicationContext context;
    private static @Nullable Database database;

    private @Nullable Numbers numbers;

    @BeforeAll
    static void open() throws SQLException {
        var fresh = TestDatabase.fresh();
        testDatabase = fresh;
        Migrations.run(fresh.dataSource());
        context = contextFor(fresh.url(), fresh.user(), fresh.password(), 12, 30_000);
        database = database(context);
        database.markReady();
    }

    /// Micronaut with a small pool of connections to an address that need not answer, and the repositories.
    protected static ApplicationContext contextFor(String url, String user, String password) {
        return contextFor(url, user, password, 2, 1_000);
    }

    private static ApplicationContext contextFor(
            String url, String user, String password, int connections, int patienceInMillis) {
        return ApplicationContext.run(Map.of(
                "datasources.default.url", url,
                "datasources.default.username", user,
                "datasources.default.password", password,
                "datasources.default.maximum-pool-size", connections,
                "datasources.default.minimum-idle", 0,
                "datasources.default.connection-timeout", patienceInMillis,
                "datasources.default.initialization-fail-timeout", -1));
    }

    @SuppressWarnings("unchecked")
    protected static Database database(ApplicationContext context) {
        return new Database(context.getBean(Argument.of(ConnectionOperations.class, Connection.class)));
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(context).close();
        testDatabase().close();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("DELETE FROM opens");
        execute("DELETE FROM recent_views");
        execute("DELETE FROM judging_again");
        execute("DELETE FROM judging_again_changes");
        execute("DELETE FROM track_rollups");
        execute("DELETE FROM rollups");
        execute("DELETE FROM sent_rollups");
        execute("DELETE FROM first_read_rollups");
        execute("DELETE FROM track_words");
        execute("DELETE FROM recipients");
        execute("DELETE FROM tracked_emails");
        execute("DELETE FROM idempotency_keys");
        execute("DELETE FROM spool_positions");
        execute("DELETE FROM quarantined_hits");
        execute("DELETE FROM owner_password");
        execute("DELETE FROM owner_sessions");
        execute("DELETE FROM sign_in_failures");
        execute("DELETE FROM owner_api_keys");
        execute("DELETE FROM owner_api_key_uses");
        execute("DELETE FROM own_addresses");
        execute("DELETE FROM import_pieces");
        execute("DELETE FROM imports");
        execute("UPDATE totals SET value = 0");
    }

    protected static TestDatabase testDatabase() {
        return Objects.requireNonNull(testDatabase);
    }

    /// A connection of its own, beside those of the adapters.
    protected static Connection connect() throws SQLException {
        return testDatabase().connect();
    }

    protected static void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The first column of a query's rows.
    protected static List<String> texts(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /// Where a counter or a rollup is not what counting the rows gives; empty if nowhere. The second and the third read
    /// from the end are cut out of all: MySQL 9.7 picks wrong rows where a query within another has an offset.
    protected static List<String> disagreements() throws SQLException {
        var found = new ArrayList<String>();
        found.addAll(texts("""
            SELECT CONCAT_WS(' ', 'counters of', id) FROM tracked_emails t
            WHERE open_count <> (SELECT COUNT(*) FROM opens o WHERE o.tracked_email_id = t.id)
                OR read_count <> (SELECT COUNT(*) FROM opens o WHERE o.tracked_email_id = t.id AND o.counted)
                OR NOT first_opened_at <=> (SELECT MIN(opened_at) FROM opens o WHERE o.tracked_email_id = t.id)
                OR NOT last_opened_at <=> (SELECT MAX(opened_at) FROM opens o WHERE o.tracked_email_id = t.id)
                OR NOT first_read_at <=> (SELECT MIN(opened_at) FROM opens o WHERE o.tracked_email_id = t.id AND o.counted)
                OR NOT last_read_at <=> (SELECT MAX(opened_at) FROM opens o WHERE o.tracked_email_id = t.id AND o.counted)
                OR NOT second_last_read_at <=> (SELECT IF(COUNT(opened_at) < 2, NULL, SUBSTRING_INDEX(SUBSTRING_INDEX(
                    GROUP_CONCAT(opened_at ORDER BY opened_at DESC), ',', 2), ',', -1))
                    FROM opens o WHERE o.tracked_email_id = t.id AND o.counted)
                OR NOT third_last_read_at <=> (SELECT IF(COUNT(opened_at) < 3, NULL, SUBSTRING_INDEX(SUBSTRING_INDEX(
                    GROUP_CONCAT(opened_at ORDER BY opened_at DESC), ',', 3), ',', -1))
                    FROM opens o WHERE o.tracked_email_id = t.id AND o.counted)\
            """));
        found.addAll(texts("""
            SELECT CONCAT_WS(' ', 'totals', name, value) FROM totals
            WHERE name = 'tracks' AND value <> (SELECT COUNT(*) FROM tracked_emails)
                OR name = 'opens' AND value <> (SELECT COUNT(*) FROM opens)
                OR name = 'reads' AND value <> (SELECT COUNT(*) FROM opens WHERE counted)
                OR name = 'opened_tracks' AND value <> (SELECT COUNT(DISTINCT tracked_email_id) FROM opens)
                OR name = 'delivered_tracks' AND value <>
                    (SELECT COUNT(DISTINCT tracked_email_id) FROM opens WHERE NOT verdict <=> 'self')
                OR name = 'read_tracks' AND value <> (SELECT COUNT(DISTINCT tracked_email_id) FROM opens WHERE counted)
                OR name = 'pinned_tracks' AND value <> (SELECT COUNT(*) FROM tracked_emails WHERE pinned)
                OR name = 'stopped_tracks' AND value <>
                    (SELECT COUNT(*) FROM tracked_emails WHERE stopped_at IS NOT NULL)\
            """));
        for (Verdict verdict : Verdict.values()) {
            found.addAll(texts(verdictsNotCounted(verdict)));
        }
        found.addAll(texts(TRACK_ROLLUPS));
        try (var connection = connect()) {
            found.addAll(CountedNumbers.differences(connection));
        }
        return found;
    }

    private static String verdictsNotCounted(Verdict verdict) {
        return """
            SELECT CONCAT_WS(' ', '%1$s of', id) FROM tracked_emails t WHERE %1$s <>
                (SELECT COUNT(*) FROM opens o WHERE o.tracked_email_id = t.id AND o.verdict = '%2$s')
            UNION ALL
            SELECT CONCAT_WS(' ', 'totals', name, value) FROM totals
            WHERE name = '%1$s' AND value <> (SELECT COUNT(*) FROM opens WHERE verdict = '%2$s')\
            """.formatted(VerdictColumns.of(verdict), verdict.code());
    }

    protected static Database database() {
        return Objects.requireNonNull(database);
    }

    protected static ApplicationContext context() {
        return Objects.requireNonNull(context);
    }

    @Override
    public Tracks tracks() {
        return new MysqlTracks(database(), context().getBean(TrackRows.class));
    }

    @Override
    public Opens opens() {
        return new MysqlOpens(database(), context().getBean(OpenRows.class));
    }

    @Override
    public Arrivals arrivals() {
        return new MysqlArrivals(database());
    }

    @Override
    public OpenLog openLog() {
        return new MysqlOpenLog(database(), new StepTimes(System::nanoTime), REPEAT_WINDOW);
    }

    @Override
    public Quarantine quarantine() {
        return new MysqlQuarantine(database(), REPEAT_WINDOW);
    }

    @Override
    public History history() {
        return new MysqlHistory(database(), REPEAT_WINDOW);
    }

    @Override
    public Totals totals() {
        return new MysqlTotals(database(), context().getBean(TotalRows.class));
    }

    /// Always the same, as in the program: it remembers what it has read, and takes everything for past.
    @Override
    public Numbers numbers() {
        if (numbers == null) {
            numbers = new MysqlNumbers(database(), InstantSource.fixed(Instant.parse("2027-01-01T00:00:00Z")));
        }
        return numbers;
    }

    @Override
    public Recipients recipients() {
        return new MysqlRecipients(database());
    }

    @Override
    public OwnerPassword ownerPassword() {
        return new MysqlOwnerPassword(database());
    }

    @Override
    public Sessions sessions() {
        return new MysqlSessions(database());
    }

    @Override
    public SignInFailures signInFailures() {
        return new MysqlSignInFailures(database());
    }

    @Override
    public ApiKeys apiKeys() {
        return new MysqlApiKeys(database());
    }

    @Override
    public OwnAddresses ownAddresses() {
        return new MysqlOwnAddresses(database());
    }

    @Override
    public Imports imports() {
        return new MysqlImports(database());
    }
}
