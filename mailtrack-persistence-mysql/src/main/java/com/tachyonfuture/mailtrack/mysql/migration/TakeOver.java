package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Version 2: the two tables, whoever made them, get one and the same shape. No row and no value is lost.
///
/// ## What it finds
/// The seed plan's tables as version 1 makes them; or those of the Python service, made by its mapper in the
/// database's default character set, with other names of indexes and keys, and with any of the columns that it added
/// later.
///
/// ## What it does, and why
/// - `opens.id` becomes BIGINT: INT ends at 2,147,483,647 opens.
/// - Times get microseconds, so that opens of one second keep their order.
/// - All texts become utf8mb4 with one collation: a subject may hold any character, and a key and what it refers to
///   must compare alike.
/// - Columns that the Python service may have added are added where missing, and `pinned` gets a default, as our
///   inserts do not name it.
/// - Deleting a track deletes its opens.
/// - A track without an id gets one, and a time that does not exist becomes none: either would break every list.
///
/// A column that is wider than ours stays as wide. Columns and indexes that we do not know stay as they are.
///
/// ## Cost
/// Each of the tables is copied once and cannot be written meanwhile: half a minute for a million opens on a busy
/// machine. It may be stopped at any moment and run again.
final class TakeOver extends MigrationInCode {

    static final String TEXT = "CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci";

    private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);
    private static final int TEXT_BYTES = 65_535;
    private static final String TIME = "DATETIME(6) NULL DEFAULT CURRENT_TIMESTAMP(6)";
    private static final String TABLE = "ENGINE = InnoDB, ROW_FORMAT = DYNAMIC, DEFAULT " + TEXT;
    private static final String NOTE =
            "Mailtrack found opens of this track, but not the track itself, when it took over the database.";

    private static final List<Target> TRACK_COLUMNS = List.of(
            Target.text("id", "VARCHAR(36)", 36, "NOT NULL"),
            Target.text("recipient", "VARCHAR(255)", 255, "NULL"),
            Target.text("subject", "VARCHAR(500)", 500, "NULL"),
            Target.text("notes", "TEXT", TEXT_BYTES, "NULL"),
            Target.other("created_at", TIME),
            Target.text("message_group_id", "VARCHAR(36)", 36, "NULL"),
            Target.other("notified_at", "DATETIME NULL"),
            Target.other("pinned", "BOOLEAN NOT NULL DEFAULT FALSE"),
            Target.other("followup_notified_at", "DATETIME NULL"),
            Target.other("hot_notified_at", "DATETIME NULL"),
            Target.other("revived_notified_at", "DATETIME NULL"));

    private static final List<Target> OPEN_COLUMNS = List.of(
            Target.other("id", "BIGINT NOT NULL AUTO_INCREMENT"),
            Target.text("tracked_email_id", "VARCHAR(36)", 36, "NOT NULL"),
            Target.other("opened_at", TIME),
            Target.text("ip_address", "VARCHAR(45)", 45, "NULL"),
            Target.text("user_agent", "TEXT", TEXT_BYTES, "NULL"),
            Target.text("referer", "TEXT", TEXT_BYTES, "NULL"),
            Target.text("country", "VARCHAR(100)", 100, "NULL"),
            Target.text("city", "VARCHAR(100)", 100, "NULL"),
            Target.text("proxy_type", "VARCHAR(32)", 32, "NULL"),
            Target.other("is_real_open", "BOOLEAN NULL"));

    TakeOver() {
        super("2", "Take over");
    }

    /// The shape that a column shall have.
    ///
    /// @param length of a text, as [Schema.Column] counts it; 0 for other types
    private record Target(String name, String type, long length, String rest) {

        static Target text(String name, String type, long length, String nullability) {
            return new Target(name, type, length, nullability);
        }

        static Target other(String name, String definition) {
            return new Target(name, definition, 0, "");
        }

        String definition() {
            return definitionAs(type);
        }

        String definitionAs(String actualType) {
            return length == 0 ? actualType : actualType + " " + TEXT + " " + rest;
        }
    }

    @Override
    void migrate(Connection connection) throws SQLException {
        var schema = new Schema(connection);
        try (var _ = new Session(connection)) {
            createMissingTables(connection);
            dropForeignKeys(schema);
            allowNoNullIn(schema, "tracked_emails", "pinned", "FALSE");
            reshape(schema, new TableChange("tracked_emails"), "tracked_emails", TRACK_COLUMNS);
            reshape(
                    schema,
                    new TableChange("opens")
                            .addIndexUnlessServed(
                                    schema, "ix_opens_track", List.of("tracked_email_id"), "opens.ofTrack"),
                    "opens",
                    OPEN_COLUMNS);
            forgetImpossibleTimes(connection, "tracked_emails", "created_at");
            forgetImpossibleTimes(connection, "opens", "opened_at");
            restoreMissingTracks(connection);
            nameTheNamelessTrack(connection);
            new TableChange("opens")
                    .add("ADD FOREIGN KEY (tracked_email_id) REFERENCES tracked_emails (id) ON DELETE CASCADE")
                    .apply(connection);
        }
    }

    /// The settings that this migration needs, until it is closed. Foreign keys are added without copying the
    /// table only when nobody checks them; dates such as 0000-00-00, which old servers let in, must not stop the
    /// copy; and a TIMESTAMP turns into the DATETIME that it is in UTC.
    private record Session(Connection connection, String sqlMode, String timeZone) implements AutoCloseable {

        Session(Connection connection) throws SQLException {
            this(
                    connection,
                    Sql.text(connection, "SELECT @@SESSION.sql_mode"),
                    Sql.text(connection, "SELECT @@SESSION.time_zone"));
            set("STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION", "+00:00", 0);
        }

        private void set(String mode, String zone, int foreignKeyChecks) throws SQLException {
            Sql.run(
                    connection,
                    "SET SESSION sql_mode = '" + mode + "', time_zone = '" + zone + "', foreign_key_checks = "
                            + foreignKeyChecks);
        }

        @Override
        public void close() throws SQLException {
            set(sqlMode, timeZone, 1);
        }
    }

    private static void createMissingTables(Connection connection) throws SQLException {
        Sql.run(connection, "CREATE TABLE IF NOT EXISTS tracked_emails (id VARCHAR(36) PRIMARY KEY) DEFAULT " + TEXT);
        Sql.run(
                connection,
                "CREATE TABLE IF NOT EXISTS opens (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
                        + " tracked_email_id VARCHAR(36) NOT NULL) DEFAULT " + TEXT);
    }

    /// A column cannot change its character set while a key holds on to it. The last step adds the key again.
    private static void dropForeignKeys(Schema schema) throws SQLException {
        var change = new TableChange("opens");
        for (var key : schema.foreignKeys("opens", "tracked_emails")) {
            change.add("DROP FOREIGN KEY `" + key + "`");
        }
        change.apply(schema.connection());
    }

    private static void allowNoNullIn(Schema schema, String table, String column, String instead) throws SQLException {
        var there = schema.columns(table).get(column);
        if (there != null && there.nullable()) {
            Sql.run(
                    schema.connection(),
                    "UPDATE " + table + " SET " + column + " = " + instead + " WHERE " + column + " IS NULL");
        }
    }

    private static void reshape(Schema schema, TableChange change, String table, List<Target> targets)
            throws SQLException {
        var columns = schema.columns(table);
        for (var target : targets) {
            var there = columns.get(target.name());
            if (there == null) {
                change.add("ADD COLUMN " + target.name() + " " + target.definition());
            } else {
                var type = roomyType(schema.connection(), table, target, there);
                change.add("MODIFY COLUMN " + target.name() + " " + target.definitionAs(type));
            }
        }
        if (!Sql.isEmpty(schema.connection(), "SELECT 1 FROM " + table + " LIMIT 1")) {
            LOG.info("Taking over the table {}; a large one takes a while, since it is copied", table);
        }
        change.add(TABLE).apply(schema.connection());
    }

    /// Our type, or a wider one where what is there would not fit: TEXT counts bytes, of which utf8mb4 needs more.
    private static String roomyType(Connection connection, String table, Target target, Schema.Column there)
            throws SQLException {
        if (there.length() > target.length()) {
            return there.type();
        }
        boolean mayGrow = target.length() == TEXT_BYTES && !there.charset().startsWith("utf8");
        if (mayGrow && !Sql.isEmpty(connection, longest(table, target.name()))) {
            return "MEDIUMTEXT";
        }
        return target.type();
    }

    private static String longest(String table, String column) {
        return "SELECT 1 FROM " + table + " WHERE LENGTH(CONVERT(" + column + " USING utf8mb4)) > " + TEXT_BYTES
                + " LIMIT 1";
    }

    /// Old servers let in dates such as 0000-00-00, which nobody can sort, compare or show.
    private static void forgetImpossibleTimes(Connection connection, String table, String column) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE " + table + " SET " + column + " = NULL WHERE MONTH("
                + column + ") = 0 OR DAYOFMONTH(" + column + ") = 0")) {
            int forgotten = update.executeUpdate();
            if (forgotten > 0) {
                LOG.warn("{} rows of {} had a date that does not exist; now they have none", forgotten, table);
            }
        }
    }

    /// Without a foreign key, which some have lost, opens may have outlived their track. They stay, so it comes
    /// back.
    private static void restoreMissingTracks(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement("""
            INSERT INTO tracked_emails (id, notes, created_at)
            SELECT o.tracked_email_id, ?, MIN(o.opened_at)
            FROM opens o LEFT JOIN tracked_emails t ON t.id = o.tracked_email_id
            WHERE t.id IS NULL
            GROUP BY o.tracked_email_id\
            """)) {
            insert.setString(1, NOTE);
            int restored = insert.executeUpdate();
            if (restored > 0) {
                LOG.warn("Opens of {} tracks had lost their track; it is back, without recipient", restored);
            }
        }
    }

    /// An empty id, or one of spaces, which the database takes for the same, is in no pixel's address; and the walk
    /// over all tracks begins after it. Track and opens change together, or else the next run could not tell that
    /// they belong together.
    private static void nameTheNamelessTrack(Connection connection) throws SQLException {
        var id = UUID.randomUUID().toString();
        connection.setAutoCommit(false);
        int opens = rename(connection, "UPDATE opens SET tracked_email_id = ? WHERE tracked_email_id = ''", id);
        int tracks = rename(connection, "UPDATE tracked_emails SET id = ? WHERE id = ''", id);
        connection.commit();
        connection.setAutoCommit(true);
        if (tracks > 0) {
            LOG.warn("A track with {} opens had an empty id; now it has the id {}", opens, id);
        }
    }

    private static int rename(Connection connection, String sql, String id) throws SQLException {
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            return update.executeUpdate();
        }
    }
}
