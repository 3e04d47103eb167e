package com.tachyonfuture.mailtrack.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate BEGINNING = LocalDate.of(2024, 2, 3);

    @Test
    void aPeriodEndsTodayAndAsManyDaysAreBeforeIt() {
        assertThat(Period.TODAY.days(TODAY, BEGINNING)).isEqualTo(new Days(TODAY, TODAY));
        assertThat(Period.LAST_7_DAYS.days(TODAY, BEGINNING)).isEqualTo(new Days(LocalDate.of(2026, 11, 14), TODAY));
        assertThat(Period.LAST_7_DAYS.before(TODAY))
                .contains(new Days(LocalDate.of(2026, 11, 7), LocalDate.of(2026, 11, 13)));
    }

    @Test
    void allBeginsWhereSomethingIsKnownAndNothingIsBefore() {
        assertThat(Period.ALL.days(TODAY, BEGINNING)).isEqualTo(new Days(BEGINNING, TODAY));
        assertThat(Period.ALL.days(TODAY, TODAY.plusDays(2))).isEqualTo(new Days(TODAY, TODAY));
        assertThat(Period.ALL.days(TODAY, LocalDate.of(1, 1, 1)).first()).isEqualTo(LocalDate.of(1926, 11, 20));
        assertThat(Period.ALL.before(TODAY)).isEmpty();
    }

    @Test
    void chosenDaysAreThemselves() {
        var days = new Days(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1));

        assertThat(Period.custom(days).days(TODAY, BEGINNING)).isEqualTo(days);
        assertThat(Period.custom(days).before(TODAY))
                .contains(new Days(LocalDate.of(2026, 2, 26), LocalDate.of(2026, 2, 27)));
        assertThatThrownBy(() -> Period.custom(Days.until(LocalDate.of(2200, 1, 1), 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periodsAreKnownByTheirCodes() {
        assertThat(Period.NAMED)
                .allSatisfy(period -> assertThat(Period.of(period.code())).contains(period));
        assertThat(Period.of("31d")).isEmpty();
    }
}
