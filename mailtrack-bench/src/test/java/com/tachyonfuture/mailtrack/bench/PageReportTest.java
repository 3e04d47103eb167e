package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PageReportTest {

    private static final double MILLI = 1_000;

    @Test
    void aPageThatTakesHalfAsLongAgainIsGoodEnough() {
        Finding finding = report(times(2, 3), times(3, 4));

        assertThat(finding.measured()).isEqualTo("median 3.00 ms, p99 4.00 ms");
        assertThat(finding.comparedWith()).isEqualTo("median 2.00 ms, p99 3.00 ms");
        assertThat(finding.ratio()).isEqualTo("1.50 x");
        assertThat(finding.verdict()).isEqualTo(Finding.Verdict.REACHED);
    }

    @Test
    void aHigherRatioOrALongTimeIsNot() {
        assertThat(report(times(2, 3), times(3.1, 4)).verdict()).isEqualTo(Finding.Verdict.MISSED);
        assertThat(report(times(150, 160), times(150, 160)).verdict()).isEqualTo(Finding.Verdict.MISSED);
        assertThat(report(times(10, 400), times(10, 400)).verdict()).isEqualTo(Finding.Verdict.MISSED);
    }

    @Test
    void aPageThatIsNotThereIsOnlyTold() {
        var missing = new PageTimes(404, Sample.of(MILLI));

        assertThat(report(missing, missing).verdict()).isEqualTo(Finding.Verdict.NO_TARGET);
        assertThat(report(missing, missing).measured()).isEqualTo("there is none");
    }

    @Test
    void aPageThatFailsIsMissedHoweverFast() {
        var failing = new PageTimes(500, Sample.of(MILLI));

        assertThat(report(failing, failing).verdict()).isEqualTo(Finding.Verdict.MISSED);
        assertThat(report(failing, failing).measured()).isEqualTo("answered 500");
    }

    @Test
    void ofAPageThatShowsMoreNoRatioIsAsked() {
        var slower = new PageReport("/", true, times(1, 2), times(10, 20)).finding();

        assertThat(slower.verdict()).isEqualTo(Finding.Verdict.REACHED);
        assertThat(slower.ratio()).isEqualTo("10.00 x");
        assertThat(slower.target()).isEqualTo("median below 150 ms, p99 below 400 ms");
        assertThat(new PageReport("/", true, times(1, 2), times(150, 160))
                        .finding()
                        .verdict())
                .isEqualTo(Finding.Verdict.MISSED);
    }

    private static Finding report(PageTimes few, PageTimes many) {
        return new PageReport("/", false, few, many).finding();
    }

    private static PageTimes times(double median, double p99) {
        return new PageTimes(200, Sample.of(median * MILLI, median * MILLI, p99 * MILLI));
    }
}
