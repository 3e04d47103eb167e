package com.tachyonfuture.mailtrack.mysql.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the current database holds now, asked anew at each call.
record Schema(Connection connection) {

    /// @param length of a text, in characters or, for the TEXT types, in bytes; 0 for other types
    /// @param charset of a text; empty for other types
    record Column(String type, long length, String charset, boolean nullable) {}

    List<String> tables() throws SQLException {
        return list("SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = DATABASE()");
    }

    Map<String, Column> columns(String table) throws SQLException {
        var columns = new LinkedHashMap<String, Column>();
        try (var statement = connection.prepareStatement("""
            SELECT LOWER(column_name), column_type, COALESCE(character_maximum_length, 0),
                   COALESCE(character_set_name, ''), is_nullable
            FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = ?
            ORDER BY ordinal_position\
            """)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.put(rows.getString(1), column(rows));
                }
            }
        }
        return columns;
    }

    /// What a column is worked out from, as the server spells it; empty for one that is stored, or is not there.
    String workedOutFrom(String table, String column) throws SQLException {
        return String.join("", list("""
            SELECT COALESCE(generation_expression, '') FROM information_schema.columns
            WHERE table_schema = DATABASE() AND table_name = ? AND column_name = ?\
            """, table, column));
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5).equals("YES"));
    }

    /// The columns of each index that can serve a range; a column that is indexed in part or computed has no name
    /// here.
    Map<String, List<String>> indexes(String table) throws SQLException {
        var indexes = new LinkedHashMap<String, List<String>>();
        try (var statement = connection.prepareStatement("""
            SELECT index_name, IF(sub_part IS NULL, column_name, NULL)
            FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND table_name = ? AND index_type = 'BTREE'
            ORDER BY index_name, seq_in_index\
            """)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var column = Optional.ofNullable(rows.getString(2)).orElse("");
                    indexes.computeIfAbsent(rows.getString(1).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                            .add(column.toLowerCase(Locale.ROOT));
                }
            }
        }
        return indexes;
    }

    /// Whether an index begins with these columns.
    boolean hasIndexOn(String table, List<String> columns) throws SQLException {
        return indexes(table).values().stream()
                .anyMatch(index -> index.size() >= columns.size()
                        && index.subList(0, columns.size()).equals(columns));
    }

    boolean hasFullTextIndex(String table) throws SQLException {
        return !list("""
            SELECT index_name FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND table_name = ? AND index_type = 'FULLTEXT'\
            """, table).isEmpty();
    }

    List<String> foreignKeys(String table, String referenced) throws SQLException {
        return list("""
            SELECT DISTINCT constraint_name FROM information_schema.key_column_usage
            WHERE table_schema = DATABASE() AND table_name = ? AND referenced_table_name = ?\
            """, table, referenced);
    }

    private List<String> list(String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var list = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    list.add(rows.getString(1));
                }
            }
            return list;
        }
    }
}
