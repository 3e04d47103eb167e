package com.tachyonfuture.mailtrack.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.transfer.port.Tables;
import com.tachyonfuture.mailtrack.application.transfer.port.Tables.Row;
import com.tachyonfuture.mailtrack.application.transfer.port.UnreadableTable;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Tables} does. */
public interface TablesContract {

    Tables tables();

    /** The rows of a file with these bytes. */
    default List<Row> rows(byte[] file) {
        var rows = new ArrayList<Row>();
        tables().read(new ByteArrayInputStream(file)).forEachRemaining(rows::add);
        return rows;
    }

    default List<Row> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    default void rowsSayOnWhichLineTheyAre() {
        assertThat(rows("a,b\r\n1,2\r\n\r\n3,\n"))
                .containsExactly(
                        new Row(1, List.of("a", "b")), new Row(2, List.of("1", "2")), new Row(4, List.of("3", "")));
    }

    @Test
    default void theLastLineNeedsNoEnd() {
        assertThat(rows("a\nb")).containsExactly(new Row(1, List.of("a")), new Row(2, List.of("b")));
    }

    @Test
    default void anEmptyFileHasNoRows() {
        assertThat(rows("")).isEmpty();
    }

    @Test
    default void rowsMayDifferInLength() {
        assertThat(rows("a,b\n1\n1,2,3\n"))
                .extracting(row -> row.fields().size())
                .containsExactly(2, 1, 3);
    }

    @Test
    default void textsKeepEveryCharacter() {
        assertThat(rows("Zoë, 🎉 \u0000\n")).containsExactly(new Row(1, List.of("Zoë", " 🎉 \u0000")));
    }

    @Test
    default void whatIsNotWrittenInUtf8IsRefused() {
        assertThatThrownBy(() -> rows("Zoë\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableTable.class)
                .hasMessageContaining("UTF-8");
    }
}
