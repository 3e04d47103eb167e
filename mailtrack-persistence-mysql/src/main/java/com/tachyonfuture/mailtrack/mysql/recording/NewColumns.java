package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.mysql.RowInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of `opens` that some new rows need: all but what the database decides, what another service had
/// said, and those where no row has anything but the default. The server takes longer to read a value than we to
/// find that out; without GeoIP, say, nothing is known of places.
record NewColumns(List<Column> columns) {

    private record Column(String name, Predicate<OpenRow> needed, BiConsumer<RowInsert, OpenRow> writing) {

        static Column always(String name, BiConsumer<RowInsert, OpenRow> writing) {
            return new Column(name, _ -> true, writing);
        }

        static Column text(String name, Function<OpenRow, @Nullable String> value) {
            return new Column(name, row -> value.apply(row) != null, (insert, row) -> insert.value(value.apply(row)));
        }

        static Column number(String name, Function<OpenRow, @Nullable Number> value) {
            return new Column(name, row -> value.apply(row) != null, (insert, row) -> insert.value(value.apply(row)));
        }

        static Column number(String name, int usual, ToIntFunction<OpenRow> value) {
            return new Column(
                    name, row -> value.applyAsInt(row) != usual, (insert, row) -> insert.value(value.applyAsInt(row)));
        }
    }

    private static final List<Column> ALL = List.of(
            Column.always("tracked_email_id", (insert, row) -> insert.value(row.trackedEmailId())),
            Column.always("opened_at", (insert, row) -> insert.value(Objects.requireNonNull(row.openedAt()))),
            Column.always("ip_address", (insert, row) -> insert.value(row.ipAddress())),
            Column.always("user_agent", (insert, row) -> insert.value(row.userAgent())),
            Column.text("referer", OpenRow::referer),
            Column.number("signs", SignBits.UNKNOWN, OpenRow::signs),
            Column.text("country", OpenRow::country),
            Column.text("city", OpenRow::city),
            Column.text("country_code", OpenRow::countryCode),
            Column.number("asn", OpenRow::asn),
            Column.text("network", OpenRow::network),
            Column.text("client", OpenRow::client),
            Column.text("os", OpenRow::os),
            Column.text("device", OpenRow::device),
            Column.number("tracks_at_once", 1, OpenRow::tracksAtOnce),
            Column.text("verdict", OpenRow::verdict),
            Column.text("reason", OpenRow::reason),
            Column.text("confidence", OpenRow::confidence),
            Column.text("agent", OpenRow::agent),
            Column.number("rule_book", OpenRow::ruleBook),
            Column.number("is_repeat", 0, row -> row.isRepeat() ? 1 : 0),
            Column.always("counted", (insert, row) -> insert.value(row.counted() ? 1 : 0)));

    static NewColumns of(List<OpenRow> rows) {
        return new NewColumns(ALL.stream()
                .filter(column -> rows.stream().anyMatch(column.needed()))
                .toList());
    }

    /// That their tracks are there need not be checked for each: they are locked.
    void insert(Connection connection, List<OpenRow> rows) throws SQLException {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        var insert = new RowInsert(
                connection,
                "/* recording.insertOpens */ " + RowInsert.UNCHECKED + " INTO opens (" + names + ") VALUES ",
                "");
        for (OpenRow row : rows) {
            columns.forEach(column -> column.writing().accept(insert, row));
            insert.endRow();
        }
        insert.send();
    }
}
