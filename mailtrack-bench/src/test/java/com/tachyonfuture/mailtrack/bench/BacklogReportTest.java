package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.bench.Finding.Verdict;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class BacklogReportTest {

    private static final long MEBIBYTE = 1024 * 1024;

    @Test
    void aMillionHasToBeRecordedWithinFortySeconds() {
        assertThat(allRecorded(1_000_000, 39)).isEqualTo(Verdict.REACHED);
        assertThat(allRecorded(1_000_000, 41)).isEqualTo(Verdict.MISSED);
    }

    @Test
    void moreMayTakeLonger() {
        assertThat(allRecorded(2_000_000, 79)).isEqualTo(Verdict.REACHED);
    }

    @Test
    void aHitThatIsMissingIsWorseThanATargetThatIs() {
        var report = new BacklogReport(result(1_000, 999, 5, 40 * MEBIBYTE));

        assertThat(report.restart().getFirst().verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(report.drain().getFirst().verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(report.memory().getFirst().verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aHeapThatIsATenthLargerHasNotGrown() {
        assertThat(growth(44 * MEBIBYTE)).isEqualTo(Verdict.REACHED);
        assertThat(growth(45 * MEBIBYTE)).isEqualTo(Verdict.MISSED);
    }

    /// Of 60 microseconds.
    @Test
    void judgingMayTakeAThirdOfTheProcessorTime() {
        assertThat(judging(17)).isEqualTo(Verdict.REACHED);
        assertThat(judging(18)).isEqualTo(Verdict.MISSED);
    }

    private static Verdict judging(double micros) {
        return new BacklogReport(result(1_000, 1_000, 5, 40 * MEBIBYTE, micros))
                .drain().stream()
                        .filter(finding -> finding.what().contains("judge"))
                        .findFirst()
                        .orElseThrow()
                        .verdict();
    }

    private static Verdict allRecorded(int hits, double seconds) {
        return new BacklogReport(result(hits, hits, seconds, 40 * MEBIBYTE))
                .restart()
                .getLast()
                .verdict();
    }

    private static Verdict growth(long lateHeap) {
        return new BacklogReport(result(1_000, 1_000, 5, lateHeap))
                .memory()
                .get(2)
                .verdict();
    }

    private static BacklogResult result(int hits, long recorded, double drainedAt, long lateHeap) {
        return result(hits, recorded, drainedAt, lateHeap, 3);
    }

    private static BacklogResult result(int hits, long recorded, double drainedAt, long lateHeap, double judge) {
        return new BacklogResult(
                "MariaDB 11.4.5",
                hits,
                1,
                1,
                2,
                drainedAt,
                recorded,
                50_000,
                20,
                40,
                new DrainSteps(Map.of("locate", 1.0, "describe", 2.0, "judge", judge)),
                168,
                295,
                hits / 5,
                hits - hits / 20,
                new MemoryMark(40 * MEBIBYTE, OptionalLong.empty(), OptionalLong.empty()),
                new MemoryMark(lateHeap, OptionalLong.empty(), OptionalLong.empty()));
    }
}
