package com.tachyonfuture.mailtrack.app.classify;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import com.tachyonfuture.mailtrack.application.twin.InMemoryNetworks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Evidence;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Rule;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JudgeAnswerTest {

    private static final int RULE_BOOK = 7;

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();

    @BeforeEach
    void record() {
        storage.tracks().add(track(1));
        storage.tracks().add(track(2));
        storage.openLog().write(batch(0, hit(track(1)), hit(track(1), NOON.plusSeconds(1))), judge(Verdict.PREFETCH));
        storage.openLog().write(batch(2, hit(track(2))), UNJUDGED);
    }

    /// Takes everything for a mail client.
    private static Judging judging() {
        Rule all = new Rule() {
            @Override
            public Optional<Judgement> judge(Evidence evidence) {
                return Optional.of(new Judgement(Verdict.HUMAN, Reason.NO_EVIDENCE, Confidence.MEDIUM, null));
            }

            @Override
            public String inWords() {
                return "Everything is a mail client.";
            }
        };
        return new Judging(
                _ -> Place.UNKNOWN,
                new InMemoryNetworks(),
                _ -> Client.UNKNOWN,
                _ -> false,
                new RuleBook(RULE_BOOK, List.of(all)));
    }

    @Test
    void theDifferenceIsATable() {
        Answer answer = answer("judge");

        assertThat(answer).isEqualTo(new Answer(true, """
                 OPENS  VERDICT WAS   IS            REASON
                     2  prefetch      human         no_evidence
                     1  none          human         no_evidence

            Opens judged: 3. With another verdict: 3. Reads among them: 1 before, 2 now.
            Repeats that were none: 0. Repeats no more: 0.
            """, """
                If this is interrupted, the same command goes on where it was.
                Opens judged so far: 2.
                Opens judged so far: 3.
                """));
        assertThat(storage.totals().current().verdicts().of(Verdict.HUMAN)).isEqualTo(3);
    }

    @Test
    void whatWouldNotChangeIsNotInTheTable() {
        answer("judge");

        assertThat(answer("judge").out()).isEqualTo("""
            Opens judged: 3. With another verdict: 0. Reads among them: 2 before, 2 now.
            Repeats that were none: 0. Repeats no more: 0.
            """);
    }

    @Test
    void aDryRunSaysTheSameAndChangesNothing() {
        Answer answer = answer("judge", "--dry-run");

        assertThat(answer.out())
                .contains("With another verdict: 3. Reads among them: 1 before, 2 now.")
                .endsWith("This was a dry run: nothing was changed.\n");
        assertThat(storage.totals().current().verdicts().of(Verdict.HUMAN)).isZero();
    }

    @Test
    void jsonHasTheSameNumbersInOneLine() {
        Answer answer = answer("judge", "--dry-run", "--json");

        assertThat(answer.out()).isEqualTo("""
            {"dry_run":true,"judged":3,"failed":0,"other_verdict":3,"reads_before":1,"reads_after":2,"new_repeats":0,\
            "ended_repeats":0,"changes":[{"was":"prefetch","is":"human","reason":"no_evidence","opens":2},\
            {"was":null,"is":"human","reason":"no_evidence","opens":1}]}
            """);
    }

    @Test
    void whatWasInterruptedGoesOnAndIsToldAsAWhole() {
        var judgeAgain = new JudgeAgain(storage.history(), judging());
        judgeAgain.goOn(judgeAgain.all());

        Answer answer = answer("judge");

        assertThat(answer.progress())
                .startsWith("Goes on with a run that was not finished. Opens that it had judged: 2.\n");
        assertThat(answer.out()).contains("Opens judged: 3. With another verdict: 3.");
    }

    @Test
    void opensThatCannotBeJudgedAreToldAndMakeItFail() {
        Answer answer = answer(Judging.none(), "judge");

        assertThat(answer.done()).isFalse();
        assertThat(answer.out()).contains("Opens that could not be judged and stay as they were: 3.");
    }

    @Test
    void aRunThatAnotherVersionReplacesEnds() {
        var out = new ByteArrayOutputStream();
        var progress = new ByteArrayOutputStream();
        var judgeAgain = new JudgeAgain(storage.history(), judging());
        var clock = new AtomicLong();

        boolean done = new JudgeAnswer(
                        judgeAgain,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(progress, true, UTF_8),
                        () -> {
                            storage.history().begin(Scope.ALL, RULE_BOOK + 1);
                            return clock.get();
                        },
                        () -> {})
                .to(new JudgeCommand(false, false));

        assertThat(done).isFalse();
        assertThat(progress.toString(UTF_8)).endsWith("This run ends here.\n");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"judgement", "judge all", "judge --dry", "judge --json --json", "judge --json x"})
    void whatMeansNothingIsNoCommand(String line) {
        assertThat(JudgeCommand.parse(List.of(line.split(" ")))).isEmpty();
    }

    private record Answer(boolean done, String out, String progress) {}

    private Answer answer(String... words) {
        return answer(judging(), words);
    }

    /// Two seconds go by between any two looks at the clock.
    private Answer answer(Judging judging, String... words) {
        var out = new ByteArrayOutputStream();
        var progress = new ByteArrayOutputStream();
        var clock = new AtomicLong();
        boolean done = new JudgeAnswer(
                        new JudgeAgain(storage.history(), judging),
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(progress, true, UTF_8),
                        () -> clock.addAndGet(Duration.ofSeconds(2).toNanos()),
                        () -> {})
                .to(JudgeCommand.parse(List.of(words)).orElseThrow());
        return new Answer(done, out.toString(UTF_8), progress.toString(UTF_8));
    }
}
