package com.tachyonfuture.mailtrack.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.track.LetterCase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Of every letter, whatever server it is.
final class WithoutCaseTest extends MysqlFixture {

    @Test
    void theDatabaseFoldsEveryLetterAsTheDomainDoes() throws SQLException {
        try (var connection = connect()) {
            fill(connection);

            assertThat(texts(connection, "NOT " + WithoutCase.of("letter") + " = CAST(folded AS BINARY)"))
                    .isEmpty();
        }
    }

    @Test
    void whatIsEqualWithoutCaseIsFoundByTheIndex() throws SQLException {
        try (var connection = connect()) {
            fill(connection);

            assertThat(texts(connection, "NOT letter = folded")).isEmpty();
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TEMPORARY TABLE IF EXISTS letters");
            statement.execute("""
                CREATE TEMPORARY TABLE letters (letter VARCHAR(3), folded VARCHAR(3))
                CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci\
                """);
        }
        var insert = new RowInsert(connection, "/* test.letters */ INSERT INTO letters (letter, folded) VALUES ", "");
        for (int letter = ' '; letter <= 0x1ffff; letter++) {
            if (Character.isDefined(letter) && Character.getType(letter) != Character.SURROGATE) {
                String text = Character.toString(letter);
                insert.value(text).value(LetterCase.folded(text)).endRow();
            }
        }
        insert.send();
    }

    private static List<String> texts(Connection connection, String condition) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT letter FROM letters WHERE " + condition)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add("U+%X".formatted(rows.getString(1).codePointAt(0)));
            }
            return texts;
        }
    }
}
