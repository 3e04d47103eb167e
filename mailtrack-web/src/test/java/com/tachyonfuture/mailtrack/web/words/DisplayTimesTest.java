package com.tachyonfuture.mailtrack.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayTimesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00.123456Z");

    private static DisplayTimes in(Language language) {
        return Speaking.in(language, NOW).times();
    }

    private final DisplayTimes times = in(Language.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "-PT10M, just now, for a moment",
        "PT59S, just now, for a moment",
        "PT1M, 1 min ago, for 1 min",
        "PT59M59S, 59 min ago, for 59 min",
        "PT1H, 1 h ago, for 1 h",
        "PT23H59M, 23 h ago, for 23 h",
        "PT24H, 1 day ago, for 1 day",
        "P30D, 30 days ago, for 30 days",
        "P31D, on 20 Oct 2026, since 20 Oct 2026",
    })
    void aTimeIsToldByHowLongAgoItIs(Duration age, String ago, String since) {
        Instant at = NOW.minus(age);

        assertThat(times.ago(at)).extracting(MomentView::words).isEqualTo(ago);
        assertThat(times.since(at)).extracting(MomentView::words).isEqualTo(since);
    }

    @Test
    void eachLanguageSaysItInItsOwnWay() {
        Instant days = NOW.minus(Duration.ofDays(3));

        assertThat(in(Language.GERMAN).ago(days)).extracting(MomentView::words).isEqualTo("vor 3 Tagen");
        assertThat(in(Language.GERMAN).dated(NOW))
                .isEqualTo(new MomentView(
                        "2026-11-20T12:00:00Z", "Freitag, 20. November 2026, 13:00:00 MEZ", "20. Nov. 2026, 13:00"));
        assertThat(in(Language.FRENCH).ago(days)).extracting(MomentView::words).isEqualTo("il y a 3 jours");
        assertThat(in(Language.FRENCH).day(Instant.parse("2026-11-18T12:00:00Z")))
                .isEqualTo("mercredi 18 novembre 2026");
    }

    @ParameterizedTest
    @CsvSource({"PT42S, 42 s", "PT59M59S, 59 min", "PT1H42M, 1 h 42 min", "P3DT4H5M, 3 d 4 h"})
    void aLengthIsToldInItsTwoLargestUnits(Duration length, String told) {
        assertThat(times.length(length)).isEqualTo(told);
    }

    @Test
    void theExactTimeIsTheOwners() {
        assertThat(times.dated(NOW))
                .isEqualTo(new MomentView(
                        "2026-11-20T12:00:00Z", "Friday, 20 November 2026, 13:00:00 CET", "20 Nov 2026, 13:00"));
    }

    @Test
    void daysAreTheOwners() {
        assertThat(times.day(Instant.parse("2026-11-19T23:00:00Z"))).isEqualTo("Today");
        assertThat(times.day(Instant.parse("2026-11-19T22:59:59Z"))).isEqualTo("Yesterday");
        assertThat(times.day(Instant.parse("2026-11-18T22:59:59Z"))).isEqualTo("Wednesday, 18 November 2026");
        assertThat(times.day(null)).isEqualTo("Day unknown");
        assertThat(times.startOf(LocalDate.of(2026, 7, 1))).isEqualTo("2026-06-30T22:00:00Z");
    }

    @Test
    void anUnknownTimeStaysUnknown() {
        assertThat(times.ago(null)).isNull();
        assertThat(times.since(null)).isNull();
        assertThat(times.dated(null)).isNull();
        assertThat(times.clock(null)).isNull();
    }
}
