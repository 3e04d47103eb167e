package com.tachyonfuture.mailtrack.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.stats.Unit;
import com.tachyonfuture.mailtrack.web.words.Language;
import com.tachyonfuture.mailtrack.web.words.Speaking;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MomentsTest {

    /// Midnight of Berlin.
    private static final Instant START = Instant.parse("2026-11-15T23:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOUR  | ENGLISH | Hour    | per hour  | 16 Nov 2026, 00:00      | 00:00",
                "DAY   | ENGLISH | Day     | per day   | 16 Nov 2026             | 16 Nov",
                "WEEK  | ENGLISH | Week    | per week  | Week from 16 Nov 2026   | 16 Nov",
                "MONTH | ENGLISH | Month   | per month | Nov 2026                | Nov 2026",
                "DAY   | GERMAN  | Tag     | pro Tag   | 16. Nov. 2026           | 16. Nov.",
                "WEEK  | FRENCH  | Semaine | par semaine | Semaine du 16 nov. 2026 | 16 nov."
            })
    void aPointIsCalledByTheOwnersClock(
            Unit unit, Language language, String title, String per, String label, String brief) {
        var moments = new Moments(unit, Speaking.in(language, START));

        assertThat(moments.title()).isEqualTo(title);
        assertThat(moments.per()).isEqualTo(per);
        assertThat(moments.of(START)).isEqualTo(new TimeChart.Moment(label, brief));
    }
}
