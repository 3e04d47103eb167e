package com.tachyonfuture.mailtrack.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class VerdictCountsTest {

    @Test
    void aVerdictThatNobodyGaveCountsZeroAndMakesNoDifference() {
        var counts = new VerdictCounts(Map.of(Verdict.HUMAN, 2L, Verdict.BOT, 0L));

        assertThat(counts).isEqualTo(new VerdictCounts(Map.of(Verdict.HUMAN, 2L)));
        assertThat(counts.of(Verdict.BOT)).isZero();
        assertThat(counts.of(Verdict.HUMAN)).isEqualTo(2);
    }

    @Test
    void negatedCountsAreWhatGoes() {
        var counts = new VerdictCounts(Map.of(Verdict.HUMAN, 2L, Verdict.SELF, 1L));

        assertThat(counts.negated()).isEqualTo(new VerdictCounts(Map.of(Verdict.HUMAN, -2L, Verdict.SELF, -1L)));
    }
}
