package com.tachyonfuture.mailtrack.mysql.stats;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Plans;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers of a period are read from the parts of the key that it is about.
final class NumbersPlanTest extends MysqlFixture {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @BeforeEach
    void seed() throws SQLException {
        for (int level = 0; level < 4; level++) {
            String piece = level + ", " + Buckets.of(new LocalCalendar(ZoneId.of("UTC")).start(DAY)) + " - n";
            for (String dimension : new String[] {"verdict", "city", "changes", "what_became"}) {
                execute("INSERT INTO rollups SELECT '" + dimension + "', " + piece + ", 'x', 1, 1 FROM ("
                        + Plans.numbers(5_000) + ") numbers");
            }
            execute("INSERT INTO sent_rollups SELECT " + piece + ", 1, 1, 1 FROM (" + Plans.numbers(5_000)
                    + ") numbers");
            execute("INSERT INTO first_read_rollups SELECT " + piece + ", 9, 1 FROM (" + Plans.numbers(5_000)
                    + ") numbers");
        }
        execute("ANALYZE TABLE rollups, sent_rollups, first_read_rollups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Kolkata"})
    void onlyRangesOfTheKeyAreRead(String zone) throws SQLException {
        var calendar = new LocalCalendar(ZoneId.of(zone));
        Slices days = calendar.slices(Days.until(DAY, 7), Unit.DAY);
        String condition = new Pieces(days, RollupsChange.LEVELS).condition();

        assertRange("SELECT SUM(open_count) FROM rollups WHERE dimension = 'verdict' AND " + condition);
        assertRange("SELECT SUM(sent_count) FROM sent_rollups WHERE " + condition);
        assertRange("SELECT SUM(track_count) FROM first_read_rollups WHERE " + condition);
        assertRange("SELECT SUM(read_count) FROM rollups WHERE dimension = 'city' AND "
                + new Pieces(Slices.of(days.whole()), RollupsChange.LEVELS_OF_READERS).condition());
        for (Changes changes : Changes.values()) {
            assertRange(changes.query(days.whole(), RollupsChange.LEVELS));
        }
    }

    private static void assertRange(String sql) throws SQLException {
        try (var connection = connect()) {
            assertThat(Plans.explain(connection, sql, statement -> {})).allSatisfy(step -> {
                assertThat(step.access()).isEqualTo("range");
                assertThat(step.index()).isEqualTo("PRIMARY");
                assertThat(step.rows()).isLessThan(2_000);
            });
        }
    }
}
