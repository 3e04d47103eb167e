package com.tachyonfuture.mailtrack.mysql.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void eachOneIsEmptyAndHasTheCharacterSetThatWasAskedFor() throws SQLException {
        for (var characterSet : List.of("latin1", "utf8mb4", "latin1")) {
            try (var database = TestDatabase.fresh(characterSet)) {
                assertThat(words(database, "SHOW TABLES")).isEmpty();
                assertThat(words(database, "SELECT @@character_set_database")).containsExactly(characterSet);
                words(database, "CREATE TABLE later (id INT PRIMARY KEY)");
                words(database, "CREATE TABLE refers (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES later (id))");
            }
        }
    }

    @Test
    void connectsInUtcAndBatches() throws SQLException {
        try (var database = TestDatabase.fresh()) {
            assertThat(words(database, "SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(), NOW())"))
                    .containsExactly("0");
            assertThat(database.url()).contains("/" + database.name() + "?").contains("rewriteBatchedStatements=true");
        }
    }

    private static List<String> words(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var words = new ArrayList<String>();
            if (statement.execute(sql)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        words.add(rows.getString(1));
                    }
                }
            }
            return words;
        }
    }
}
