package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.migration.JavaMigration;

/// The way from any database that Mailtrack may meet to the one that it works with.
///
/// A database that has one of the seed plan's tables but no history is one that another program made: it starts at
/// version 1, and version 2 takes it over. Any other starts at version 0, whatever else it holds.
///
/// MySQL commits each change of a table by itself, so a migration can stop half-way. Each one here looks at what is
/// there and may run again; therefore a failed one is not a reason to stop the next start.
public final class Migrations {

    private static final JavaMigration[] IN_CODE = {
        new TakeOver(),
        new CountOpens(),
        new IndexQueries(),
        new FillSearchText(),
        new IndexStates(),
        new RollUpOpens(),
        new KeepJudgements(),
        new IndexVerdicts(),
        new KeepNumbers(),
        new IndexLists(),
        new KeepRecipients(),
        new WaitDespiteOwnOpens(),
        new DropIdleIndex(),
        new IndexStopped(),
        new IndexActivity()
    };

    private Migrations() {}

    /// Brings the database up to date; returns at once when it is. Several instances may start at the same time.
    public static void run(DataSource database) throws SQLException {
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(IN_CODE)
                .baselineOnMigrate(true)
                .baselineVersion(hasTables(database) ? "1" : "0")
                .baselineDescription("What was there before Mailtrack")
                .loggers("slf4j")
                .load();
        if (Arrays.stream(flyway.info().all()).anyMatch(step -> step.getState() == MigrationState.FAILED)) {
            flyway.repair();
        }
        flyway.migrate();
    }

    private static boolean hasTables(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return !Collections.disjoint(new Schema(connection).tables(), List.of("tracked_emails", "opens"));
        }
    }
}
