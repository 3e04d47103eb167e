package com.tachyonfuture.mailtrack.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FormerJudgementTest {

    private static final FormerJudgement NO_READ = new FormerJudgement(false, "apple");

    private static Judgement ours(Verdict verdict, Confidence confidence) {
        return new Judgement(verdict, Reason.NO_EVIDENCE, confidence, "example");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void onlyAnUnsureReadingGivesWay(Verdict verdict) {
        Judgement unsure = ours(verdict, Confidence.LOW);

        Judgement weighed = NO_READ.weigh(unsure);

        assertThat(weighed.equals(unsure)).isEqualTo(!verdict.isRead());
        assertThat(weighed.verdict().isRead()).isFalse();
    }

    @Test
    void aReadingThatWeAreSureOfStands() {
        Judgement medium = ours(Verdict.HUMAN, Confidence.MEDIUM);

        assertThat(NO_READ.weigh(medium)).isSameAs(medium);
    }

    @Test
    void whatTheOtherServiceTookForReadProvesNothing() {
        Judgement undecided = ours(Verdict.UNDECIDED, Confidence.LOW);
        Judgement human = ours(Verdict.HUMAN, Confidence.LOW);

        assertThat(new FormerJudgement(true, null).weigh(undecided)).isSameAs(undecided);
        assertThat(new FormerJudgement(true, null).weigh(human)).isSameAs(human);
        assertThat(new FormerJudgement(null, "apple").weigh(human)).isSameAs(human);
    }

    @Test
    void theProxyThatItNamedIsKeptAsFarAsItFits() {
        assertThat(agent("apple")).isEqualTo("apple");
        assertThat(agent(null)).isNull();
        assertThat(agent("🎉".repeat(40))).isEqualTo("🎉".repeat(32));
    }

    private static @Nullable String agent(@Nullable String proxy) {
        return new FormerJudgement(false, proxy)
                .weigh(ours(Verdict.HUMAN, Confidence.LOW))
                .agent();
    }
}
