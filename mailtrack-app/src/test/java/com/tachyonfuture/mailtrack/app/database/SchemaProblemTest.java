package com.tachyonfuture.mailtrack.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SchemaProblemTest {

    @ParameterizedTest
    @CsvSource({
        "1045, 28000, the server refuses the user name or the password",
        "1044, 42000, the user has no rights on this database",
        "1142, 42000, the user lacks rights on the tables",
        "1049, 42000, the server has no database of this name",
        "0, 08S01, the server can't be reached",
        "1064, 42000, the server refuses a statement"
    })
    void theUsualCasesHaveWordsAndACodeButNoAddress(int code, String state, String words) {
        var driver = new SQLException("Access denied for user 'x'@'172.18.0.3'", state, code);
        var pool = new SQLException("no connection", state, 0, driver);

        assertThat(SchemaProblem.of(new IllegalStateException("wrapped 172.18.0.3", pool)))
                .startsWith(words + " (error " + code + ", SQL state " + state)
                .doesNotContain("172.18.0.3", "'x'");
    }

    @Test
    void aServerThatDoesNotListenIsToldByItsState() {
        var driver = new SQLException("link failure", "08S01", 0, new ConnectException("10.0.0.1 refused"));

        assertThat(SchemaProblem.of(driver))
                .startsWith("the server can't be reached")
                .doesNotContain("10.0.0.1");
    }

    @Test
    void whatTheMigrationsThemselvesSayIsToldAsItIs() {
        assertThat(SchemaProblem.of(new IllegalStateException(" the history does not fit ")))
                .isEqualTo("the history does not fit");
    }
}
