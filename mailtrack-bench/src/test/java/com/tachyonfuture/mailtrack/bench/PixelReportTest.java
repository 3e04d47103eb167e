package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.bench.Finding.Verdict;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PixelReportTest {

    @Test
    void theMediansOfTheRoundsAreCompared() {
        Rounds ours = rounds(2, 700, 500, 600);
        Rounds theirs = rounds(1, 1_100, 900, 1_000);

        List<Finding> findings = report(64, ours, theirs).findings();

        assertThat(findings.getFirst())
                .isEqualTo(new Finding(
                        "pixel, 64 connections: requests per second",
                        "600 (500 to 700)",
                        "nginx 1,000 (900 to 1,100)",
                        "60 %",
                        "at least 60 %",
                        Verdict.REACHED));
    }

    @Test
    void theRivalIsWhicheverWasFaster() {
        var slow = new Rival("nginx (auto)", rounds(1, 900, 1_100, 1_000));
        var fast = new Rival("nginx (1)", rounds(1, 2_000, 500, 1_001));

        List<Finding> findings = new PixelReport(64, rounds(2, 600), Sample.of(1), List.of(slow, fast)).findings();

        assertThat(findings.getFirst().comparedWith()).isEqualTo("nginx (1) 1,001 (500 to 2,000)");
        assertThat(findings.getLast())
                .isEqualTo(Finding.told(
                        "pixel, 64 connections: nginx (auto), which was slower, requests per second",
                        "1,000 (900 to 1,100)"));
    }

    @Test
    void whatWasRecordedMeanwhileIsTold() {
        List<Finding> findings = report(64, rounds(2, 600), rounds(1, 1_000)).findings();

        assertThat(findings)
                .contains(Finding.told(
                        "pixel, 64 connections: recorded during the rounds", "250 (200 to 300) per second"));
    }

    @Test
    void manyConnectionsHaveToReachMore() {
        Rounds ours = rounds(2, 600);
        Rounds theirs = rounds(1, 1_000);

        List<Finding> findings = report(256, ours, theirs).findings();

        assertThat(findings.getFirst().target()).isEqualTo("at least 80 %");
        assertThat(findings.getFirst().verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void thePercentile99HasToBeBelowFourTimesThatOfNginx() {
        assertThat(percentile99(rounds(3, 1_000), rounds(1, 1_000)).verdict()).isEqualTo(Verdict.REACHED);
        assertThat(percentile99(rounds(4, 1_000), rounds(1, 1_000)).verdict()).isEqualTo(Verdict.MISSED);
    }

    @Test
    void processorTimeIsPerRequest() {
        Finding finding =
                report(64, rounds(1, 1_000), rounds(1, 2_000)).findings().getLast();

        assertThat(finding.measured()).isEqualTo("1000.0 µs");
        assertThat(finding.ratio()).isEqualTo("2.0 x");
    }

    private static PixelReport report(int connections, Rounds ours, Rounds theirs) {
        return new PixelReport(connections, ours, Sample.of(200, 300), List.of(new Rival("nginx", theirs)));
    }

    private static Finding percentile99(Rounds ours, Rounds theirs) {
        return report(64, ours, theirs).findings().get(3);
    }

    /// Rounds of a second, each of which takes a second of processor time.
    ///
    /// @param milliseconds that each percentile is
    private static Rounds rounds(double milliseconds, long... answered) {
        var rounds = new Rounds();
        for (long number : answered) {
            double micros = milliseconds * 1_000;
            Iterator<Duration> cpu =
                    List.of(Duration.ofSeconds(7), Duration.ofSeconds(8)).iterator();
            rounds.take(cpu::next, () -> new WrkResult(number, 0, 1, micros, micros, micros, micros));
        }
        return rounds;
    }
}
