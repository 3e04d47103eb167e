package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import java.sql.Connection;
import java.sql.SQLException;

/// Version 14: each open keeps what was found out about it and how it was judged, each track how many opens it has of
/// each verdict, and the address that it was created from.
///
/// Opens that are there keep `verdict` empty until they are judged again: such count as the service judged that we took
/// over from. Its columns `proxy_type` and `is_real_open` stay as they are, as evidence.
///
/// Adding the columns does not copy the tables; their defaults are true of what is there, so nothing has to be
/// filled.
final class KeepJudgements extends MigrationInCode {

    private static final String CODE = "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL";

    /// What earlier rows were told by is not known: headers were not kept.
    private static final String SIGNS = "INT NOT NULL DEFAULT 8 COMMENT 'a bit for each'";

    private static final String TEXT = TakeOver.TEXT + " NULL";

    KeepJudgements() {
        super("14", "Keep judgements");
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        var schema = new Schema(connection);
        new TableChange("opens")
                .addColumnUnlessThere(schema, "signs", SIGNS)
                .addColumnUnlessThere(schema, "country_code", "VARCHAR(2) " + CODE + " COMMENT 'ISO 3166'")
                .addColumnUnlessThere(schema, "asn", "INT UNSIGNED NULL COMMENT 'number of the network'")
                .addColumnUnlessThere(schema, "network", "VARCHAR(100) " + TEXT + " COMMENT 'its operator'")
                .addColumnUnlessThere(schema, "client", "VARCHAR(64) " + TEXT)
                .addColumnUnlessThere(schema, "os", "VARCHAR(64) " + TEXT)
                .addColumnUnlessThere(schema, "device", "VARCHAR(16) " + CODE)
                .addColumnUnlessThere(
                        schema,
                        "tracks_at_once",
                        "SMALLINT NOT NULL DEFAULT 1 COMMENT 'that its address fetched within seconds'")
                .addColumnUnlessThere(
                        schema, "verdict", "VARCHAR(16) " + CODE + " COMMENT 'empty until somebody judges'")
                .addColumnUnlessThere(schema, "reason", "VARCHAR(32) " + CODE)
                .addColumnUnlessThere(schema, "confidence", "VARCHAR(8) " + CODE)
                .addColumnUnlessThere(schema, "agent", "VARCHAR(32) " + TEXT + " COMMENT 'proxy or scanner'")
                .addColumnUnlessThere(schema, "rule_book", "SMALLINT NULL COMMENT 'version of the rules that judged'")
                .addColumnUnlessThere(
                        schema, "is_repeat", "BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'same viewer shortly before'")
                .apply(connection);
        new TableChange("quarantined_hits")
                .addColumnUnlessThere(schema, "signs", SIGNS)
                .apply(connection);
        addCounts(schema);
        Sql.run(connection, """
            CREATE TABLE IF NOT EXISTS recent_views (
                bucket INT NOT NULL COMMENT 'hours since 1970',
                spool VARCHAR(64) NOT NULL COMMENT 'or who else wrote them',
                position BIGINT NOT NULL COMMENT 'of the spool, after them; ascends',
                views MEDIUMBLOB NOT NULL COMMENT 'of opens that are no repeats: hash of track and viewer, time',
                gone MEDIUMBLOB NOT NULL COMMENT 'such that were judged in another way since',
                PRIMARY KEY (bucket, spool, position)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin\
            """);
    }

    private static void addCounts(Schema schema) throws SQLException {
        var tracks = new TableChange("tracked_emails")
                .addColumnUnlessThere(schema, "created_from", "VARCHAR(45) " + CODE + " COMMENT 'address'");
        for (Verdict verdict : Verdict.values()) {
            tracks.addColumnUnlessThere(
                    schema,
                    VerdictColumns.of(verdict),
                    "BIGINT NOT NULL DEFAULT 0 COMMENT 'rows in opens with this verdict'");
            Sql.run(
                    schema.connection(),
                    "INSERT INTO totals (name, value) VALUES ('" + VerdictColumns.of(verdict)
                            + "', 0) ON DUPLICATE KEY UPDATE value = value");
        }
        tracks.apply(schema.connection());
    }
}
