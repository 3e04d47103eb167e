package com.tachyonfuture.mailtrack.mysql.migration;

import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What queries find, as text, for comparing.
final class Rows {

    private Rows() {}

    /// Each row as its columns in order; dates in one form, whatever their precision.
    static List<Map<String, @Nullable String>> of(TestDatabase database, String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<Map<String, @Nullable String>>();
            while (result.next()) {
                var row = new LinkedHashMap<String, @Nullable String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    var name = result.getMetaData().getColumnLabel(i).toLowerCase(Locale.ROOT);
                    var value = result.getString(i);
                    row.put(
                            name,
                            value == null ? null : value.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d [\\d:]{8})\\.0+$", "$1"));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    static @Nullable String only(TestDatabase database, String query) throws SQLException {
        return of(database, query).getFirst().values().iterator().next();
    }

    static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect()) {
            Sql.run(connection, sql);
        }
    }

    /// Everything about the columns of all tables but their order.
    static List<Map<String, @Nullable String>> columns(TestDatabase database) throws SQLException {
        return of(database, """
            SELECT table_name, column_name, column_type, is_nullable, column_default, extra,
                   character_set_name, collation_name, column_comment, column_key = 'PRI' AS is_key
            FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name NOT LIKE 'flyway%'
            ORDER BY table_name, column_name\
            """);
    }

    static List<Map<String, @Nullable String>> tables(TestDatabase database) throws SQLException {
        return of(database, """
            SELECT table_name, engine, row_format, table_collation FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_name NOT LIKE 'flyway%'
            ORDER BY table_name\
            """);
    }
}
