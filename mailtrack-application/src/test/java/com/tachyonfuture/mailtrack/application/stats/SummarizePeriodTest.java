package com.tachyonfuture.mailtrack.application.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod.Summary;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Period;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SummarizePeriodTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final Instant NOW = Instant.parse("2026-11-20T12:07:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final SummarizePeriod summarizePeriod = new SummarizePeriod(storage.numbers(), InstantSource.fixed(NOW));
    private final AnalyzeReads analyzeReads = new AnalyzeReads(storage.numbers(), InstantSource.fixed(NOW));

    @Test
    void theNumbersOfAPeriodStandBesideThoseOfAsManyDaysBefore() {
        storage.tracks().add(track(1, NOW.minus(Duration.ofDays(1))));
        storage.tracks().add(track(2, NOW.minus(Duration.ofDays(8))));
        storage.tracks().add(track(3, NOW.minus(Duration.ofDays(9))));
        storage.openLog().write(batch(0, hit(track(2), NOW.minus(Duration.ofDays(2)))), UNJUDGED);

        Summary summary = summarizePeriod.of(Period.LAST_7_DAYS, KOLKATA);

        assertThat(summary.now().cohort()).isEqualTo(new Cohort(1, 0, 0, Cohort.NONE.delays()));
        assertThat(summary.now().opens().reads()).isEqualTo(1);
        assertThat(Objects.requireNonNull(summary.before()).cohort().sent()).isEqualTo(2);
        assertThat(summary.before().cohort().read()).isEqualTo(1);
        assertThat(summary.before().opens()).isEqualTo(OpenCounts.NONE);
    }

    @Test
    void thePointsAddUpToTheNumbers() {
        for (int i = 0; i < 50; i++) {
            Instant at = NOW.minus(Duration.ofHours(17L * i));
            storage.tracks().add(track(i, at));
            storage.openLog().write(batch(i, hit(track(i), at.plusSeconds(3_000))), UNJUDGED);
        }
        for (Period period : Period.NAMED) {
            Summary summary = summarizePeriod.of(period, KOLKATA);

            assertThat(summary.points().stream()
                            .mapToLong(SummarizePeriod.Point::sent)
                            .sum())
                    .isEqualTo(summary.now().cohort().sent());
            assertThat(summary.points().stream()
                            .mapToLong(point -> point.opens().opens())
                            .sum())
                    .isEqualTo(summary.now().opens().opens());
        }
    }

    @Test
    void whatCameLaterOnTheDayBeforeIsNotComparedWithAnUnfinishedDay() {
        storage.tracks().add(track(1, NOW.minus(Duration.ofDays(1))));
        storage.tracks().add(track(2, NOW.minus(Duration.ofDays(1)).plusSeconds(3600)));

        Summary today = summarizePeriod.of(Period.TODAY, KOLKATA);
        Summary yesterday = summarizePeriod.of(Period.custom(Days.until(TODAY.minusDays(1), 1)), KOLKATA);

        assertThat(Objects.requireNonNull(today.before()).cohort().sent()).isEqualTo(1);
        assertThat(yesterday.now().cohort().sent()).isEqualTo(2);
    }

    @Test
    void allGoesBackToWhatHappenedFirst() {
        storage.tracks().add(track(1, NOW.minus(Duration.ofDays(1_000))));

        Summary summary = summarizePeriod.of(Period.ALL, KOLKATA);

        assertThat(summary.before()).isNull();
        assertThat(summary.days().first()).isBeforeOrEqualTo(TODAY.minusDays(1_000));
        assertThat(summary.unit()).isEqualTo(Unit.MONTH);
        assertThat(summary.now().cohort().sent()).isEqualTo(1);
    }

    @Test
    void aDayIsShownByTheHour() {
        Summary summary = summarizePeriod.of(Period.TODAY, KOLKATA);

        assertThat(summary.unit()).isEqualTo(Unit.HOUR);
        assertThat(summary.points()).hasSize(24);
    }

    @Test
    void readsAreAnalyzedByTheOwnersClock() {
        storage.tracks().add(track(1, NOW));
        storage.openLog().write(batch(0, hit(track(1), NOW)), UNJUDGED);

        AnalyzeReads.Analysis analysis = analyzeReads.of(Period.USUAL, KOLKATA);

        assertThat(analysis.hours().of(DayOfWeek.FRIDAY, 17)).isEqualTo(1);
        assertThat(analysis.hours().most()).isEqualTo(1);
        assertThat(analysis.top()).containsOnlyKeys(Dimension.values());
        assertThat(analysis.top(Dimension.CITY)).isEqualTo(TopValues.NONE);
        assertThat(analysis.summary().now().opens().reads()).isEqualTo(1);
    }
}
