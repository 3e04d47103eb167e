package com.tachyonfuture.mailtrack.mysql.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final Set<String> INDEXES_OF_THE_PLAN = Set.of("PRIMARY", "idx_created_at", "idx_tracked_email_id");

    private static final Pattern NAME_OF_A_QUERY = Pattern.compile("/\\* ([a-z]+\\.[a-zA-Z]+) \\*/");

    /// There are over a hundred statements, and a run for each takes minutes: each run of this test takes every so many
    /// of them, by chance others than the last one. `-Dmigrations.stop-at-each=1` takes all.
    private static final int STOPS_AT_EACH = Integer.getInteger("migrations.stop-at-each", 4);

    @Test
    void aFreshDatabaseHasTheTablesThatWeNeed() throws SQLException {
        try (var database = TestDatabase.fresh("latin1")) {
            Migrations.run(database.dataSource());

            assertThat(Rows.tables(database))
                    .extracting(row -> row.get("table_name") + " " + row.get("engine"))
                    .containsExactlyInAnyOrder(
                            "first_read_rollups InnoDB",
                            "idempotency_keys InnoDB",
                            "import_pieces InnoDB",
                            "imports InnoDB",
                            "judging_again InnoDB",
                            "judging_again_changes InnoDB",
                            "opens InnoDB",
                            "own_addresses InnoDB",
                            "owner_api_key_uses InnoDB",
                            "owner_api_keys InnoDB",
                            "owner_password InnoDB",
                            "owner_sessions InnoDB",
                            "quarantined_hits InnoDB",
                            "recent_views InnoDB",
                            "recipients InnoDB",
                            "rollups InnoDB",
                            "sent_rollups InnoDB",
                            "sign_in_failures InnoDB",
                            "spool_positions InnoDB",
                            "totals InnoDB",
                            "track_rollups InnoDB",
                            "track_words InnoDB",
                            "tracked_emails InnoDB");
            assertThat(Rows.columns(database))
                    .filteredOn(row -> row.get("character_set_name") != null)
                    .allSatisfy(row -> assertThat(row.get("character_set_name")).isEqualTo("utf8mb4"));
            assertThat(Rows.of(database, "SELECT value FROM totals"))
                    .hasSize(16)
                    .allSatisfy(row -> assertThat(row.get("value")).isEqualTo("0"));
        }
    }

    @Test
    void everyIndexOfOursNamesTheQueryItServes() throws SQLException, IOException {
        try (var database = TestDatabase.fresh()) {
            Migrations.run(database.dataSource());

            var indexes = Rows.of(database, """
                SELECT DISTINCT table_name, index_name, index_comment FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND table_name NOT LIKE 'flyway%'\
                """);

            assertThat(indexes)
                    .filteredOn(row -> !INDEXES_OF_THE_PLAN.contains(row.get("index_name")))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(row -> assertThat(queries())
                            .as(row.get("index_name"))
                            .contains(row.get("index_comment").split(", ")));
        }
    }

    /// The names of all statements of ours, which each of them begins with: `/* feature.query */`.
    private static Set<String> queries() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main"))) {
            for (var file : files.filter(MigrationsTest::mayHoldQueries).toList()) {
                NAME_OF_A_QUERY
                        .matcher(Files.readString(file))
                        .results()
                        .map(name -> name.group(1))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static boolean mayHoldQueries(Path file) {
        return file.toString().matches(".+\\.(java|sql)");
    }

    /// The first version is the seed plan's to the letter; whatever we want else is a later version.
    @Test
    void theFirstVersionIsTheSeedPlan() throws SQLException {
        List<?> columns;
        List<?> tables;
        try (var plan = OldDatabase.plan("latin1").make()) {
            columns = Rows.columns(plan);
            tables = Rows.tables(plan);
        }

        try (var ours = TestDatabase.fresh("latin1")) {
            runFirstVersionOnly(ours);

            assertThat(Rows.columns(ours)).isEqualTo(columns);
            assertThat(Rows.tables(ours)).isEqualTo(tables);
        }
    }

    private static void runFirstVersionOnly(TestDatabase database) throws SQLException {
        try (var in = MigrationsTest.class.getResourceAsStream("/db/migration/V1__seed_plan.sql")) {
            var script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (var statement : script.replaceAll("(?m)^--.*$", "").split(";", -1)) {
                if (!statement.isBlank()) {
                    Rows.execute(database, statement);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void stoppedAfterAnyStatementItGoesOnAtTheNextStart() throws SQLException {
        List<?> columns;
        List<?> tracks;
        List<?> opens;
        List<?> rollups;
        try (var undisturbed = OldDatabase.newest().make()) {
            Migrations.run(undisturbed.dataSource());
            columns = Rows.columns(undisturbed);
            tracks = Rows.of(undisturbed, "SELECT * FROM tracked_emails ORDER BY id");
            opens = Rows.of(undisturbed, "SELECT * FROM opens ORDER BY id");
            rollups = rollups(undisturbed);
        }

        int statement = ThreadLocalRandom.current().nextInt(STOPS_AT_EACH) + 1;
        while (true) {
            try (var database = OldDatabase.newest().make()) {
                var disappearing = new DisappearingDatabase(database, statement);
                if (!disappearing.stops(Migrations::run)) {
                    break;
                }
                Migrations.run(database.dataSource());

                assertThat(Rows.columns(database))
                        .as("stopped at: " + disappearing.missed())
                        .isEqualTo(columns);
                assertThat(Rows.of(database, "SELECT * FROM tracked_emails ORDER BY id"))
                        .isEqualTo(tracks);
                assertThat(Rows.of(database, "SELECT * FROM opens ORDER BY id")).isEqualTo(opens);
                assertThat(Rows.of(database, "SELECT name, value FROM totals")).hasSize(16);
                assertThat(rollups(database)).isEqualTo(rollups).hasSizeGreaterThan(20);
            }
            statement += STOPS_AT_EACH;
        }
        assertThat(statement).as("statements that change something").isGreaterThan(15);
    }

    /// Version 18 once made the state of tracks anew as well, which is left to version 22. Databases of both kinds are
    /// there.
    @Test
    void theStateOfTracksIsTheSameWhereverVersion22Begins() throws SQLException {
        try (var database = TestDatabase.fresh()) {
            Migrations.run(database.dataSource());
            String state = state(database);
            assertThat(state).contains("self_opens").contains("ix_tracked_emails_state_created");

            forgetVersion22(database);
            Migrations.run(database.dataSource());
            assertThat(state(database)).as("made anew before").isEqualTo(state);

            forgetVersion22(database);
            Rows.execute(database, """
                ALTER TABLE tracked_emails DROP INDEX ix_tracked_emails_state_created, DROP COLUMN track_state\
                """);
            Rows.execute(database, """
                ALTER TABLE tracked_emails ADD COLUMN track_state TINYINT GENERATED ALWAYS AS
                (CASE WHEN read_count > 0 THEN 2 WHEN open_count > 0 THEN 1 ELSE 0 END) VIRTUAL\
                """);
            Rows.execute(database, """
                ALTER TABLE tracked_emails ADD INDEX ix_tracked_emails_state_created (track_state, created_at)\
                """);
            Migrations.run(database.dataSource());
            assertThat(state(database)).as("as version 11 leaves it").isEqualTo(state);
        }
    }

    /// And those that have come since.
    private static void forgetVersion22(TestDatabase database) throws SQLException {
        Rows.execute(database, "DELETE FROM flyway_schema_history WHERE CAST(version AS UNSIGNED) >= 22");
        Rows.execute(database, "DROP TABLE import_pieces");
        Rows.execute(database, "DROP TABLE imports");
        Rows.execute(database, "ALTER TABLE tracked_emails DROP INDEX ix_tracked_emails_active_states");
    }

    private static String state(TestDatabase database) throws SQLException {
        return Rows.only(database, """
            SELECT CONCAT_WS('; ', generation_expression, column_comment) FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = 'tracked_emails' AND column_name = 'track_state'\
            """) + Rows.of(database, """
                SELECT index_name, column_name, index_comment FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND table_name = 'tracked_emails' AND index_name LIKE '%state%'
                ORDER BY index_name, seq_in_index\
                """);
    }

    private static List<?> rollups(TestDatabase database) throws SQLException {
        return Rows.of(database, """
            SELECT track_id, bucket, verdict, open_count, read_count FROM track_rollups
            UNION ALL SELECT dimension, CONCAT(level, ' ', bucket), value, open_count, read_count FROM rollups
            WHERE dimension NOT IN ('changes', 'what_became')
            UNION ALL SELECT 'sent', CONCAT(level, ' ', bucket), delivered_count, sent_count, read_count
            FROM sent_rollups
            UNION ALL SELECT 'recipients', name, score, sent_tracks, read_count FROM recipients
            UNION ALL SELECT 'first reads', CONCAT(level, ' ', bucket), delay, track_count, 0 FROM first_read_rollups
            ORDER BY 1, 2, 3\
            """);
    }

    @Test
    void aFreshDatabaseStoppedInTheFirstVersionGoesOnToo() throws SQLException {
        for (int statement = 1; statement <= 8; statement++) {
            try (var database = TestDatabase.fresh("latin1")) {
                var disappearing = new DisappearingDatabase(database, statement);
                assertThat(disappearing.stops(Migrations::run)).isTrue();

                Migrations.run(database.dataSource());

                assertThat(Rows.tables(database))
                        .as("stopped at: " + disappearing.missed())
                        .hasSize(23);
            }
        }
    }

    @Test
    void severalInstancesMayStartAtTheSameTime() throws Exception {
        try (var database = OldDatabase.newest().make();
                var instances = Executors.newFixedThreadPool(3)) {
            Callable<Boolean> start = () -> {
                Migrations.run(database.dataSource());
                return true;
            };

            for (var started : instances.invokeAll(List.of(start, start, start))) {
                assertThat(started.get()).isTrue();
            }

            assertThat(Rows.only(database, "SELECT COUNT(*) FROM flyway_schema_history WHERE version = '2'"))
                    .isEqualTo("1");
        }
    }

    @Test
    void aSessionGoesBackToThePoolAsItCame() throws SQLException {
        try (var database = OldDatabase.newest().make()) {
            var settings = "SELECT CONCAT(@@SESSION.sql_mode, @@SESSION.foreign_key_checks, @@SESSION.time_zone)";
            var before = Rows.only(database, settings);

            Migrations.run(database.dataSource());

            try (var first = database.connect();
                    var second = database.connect()) {
                assertThat(Sql.text(first, settings)).isEqualTo(before);
                assertThat(Sql.text(second, settings)).isEqualTo(before);
            }
        }
    }
}
