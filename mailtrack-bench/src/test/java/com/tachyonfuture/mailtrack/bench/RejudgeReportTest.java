package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.bench.Finding.Verdict;
import com.tachyonfuture.mailtrack.bench.RejudgeResult.Judged;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RejudgeReportTest {

    private static final int MILLION = 1_000_000;

    @Test
    void aMillionHasToBeJudgedWithinThreeMinutes() {
        assertThat(verdicts(new Judged(179, MILLION, MILLION), new Judged(181, MILLION, 0)))
                .containsExactly(
                        Verdict.REACHED,
                        Verdict.REACHED,
                        Verdict.NO_TARGET,
                        Verdict.REACHED,
                        Verdict.MISSED,
                        Verdict.NO_TARGET);
    }

    @Test
    void anOpenThatIsLeftOutIsWorseThanATargetThatIsMissed() {
        assertThat(verdicts(new Judged(100, MILLION - 1, MILLION - 1), new Judged(30, MILLION, 0)))
                .startsWith(Verdict.BROKEN);
    }

    @Test
    void thatSomethingChangesWhereNothingDidIsWrong() {
        assertThat(verdicts(new Judged(100, MILLION, MILLION), new Judged(30, MILLION, 1))
                        .get(3))
                .isEqualTo(Verdict.BROKEN);
    }

    private static List<Verdict> verdicts(Judged never, Judged again) {
        return new RejudgeReport(new RejudgeResult("MariaDB 11.4.5", MILLION, never, again))
                .findings().stream().map(Finding::verdict).toList();
    }
}
