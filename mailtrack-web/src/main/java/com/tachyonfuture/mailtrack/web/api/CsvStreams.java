package com.tachyonfuture.mailtrack.web.api;

import com.tachyonfuture.mailtrack.domain.transfer.SpreadsheetText;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes tables of any length as CSV (RFC 4180, UTF-8), a row at a time, when the connection takes more. Texts are
/// guarded as [SpreadsheetText] says; what is missing is an empty field.
public final class CsvStreams {

    /// Told by it, Excel reads UTF-8; other programs may take it for a part of the first name.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// A column.
    ///
    /// @param value a text, number or boolean
    public record Column<T>(String name, Function<T, @Nullable Object> value) {}

    private CsvStreams() {}

    /// A table with a header.
    ///
    /// @param forPeople whether it is opened with Excel rather than read by a program
    public static <T> InputStream table(List<Column<T>> columns, Iterator<T> things, boolean forPeople) {
        String header = columns.stream().map(Column::name).collect(Collectors.joining(",", "", "\r\n"));
        return new PieceStream(new Rows<>(forPeople ? BYTE_ORDER_MARK + header : header, columns, things));
    }

    private static <T> String row(List<Column<T>> columns, T thing) {
        return columns.stream()
                .map(column -> field(column.value().apply(thing)))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> quote(SpreadsheetText.guard(text));
            default -> value.toString();
        };
    }

    private static String quote(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static final class Rows<T> implements Iterator<byte[]> {

        private final String header;
        private final List<Column<T>> columns;
        private final Iterator<T> things;
        private boolean begun;

        Rows(String header, List<Column<T>> columns, Iterator<T> things) {
            this.header = header;
            this.columns = columns;
            this.things = things;
        }

        @Override
        public boolean hasNext() {
            return !begun || things.hasNext();
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            String next = begun ? row(columns, things.next()) : header;
            begun = true;
            return next.getBytes(StandardCharsets.UTF_8);
        }
    }
}
