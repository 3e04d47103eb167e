package com.tachyonfuture.mailtrack.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Judges every fetch of {@code corpus/opens}; whoever flips a verdict has to say so there. */
class CorpusTest {

    private static final Set<Verdict> MACHINES = Set.of(Verdict.PREFETCH, Verdict.SCANNER, Verdict.BOT);
    private static final List<CorpusCase> CORPUS = CorpusCase.all();

    @Test
    void everyCaseIsJudgedAsTheCorpusSays() {
        String flips = CORPUS.stream()
                .filter(one -> !said(one.judge()).equals(one.promised()))
                .map(one -> "%n%s: corpus says %s, rules say %s (%s)"
                        .formatted(
                                one.id(),
                                one.promised(),
                                said(one.judge()),
                                one.evidence().userAgent()))
                .collect(Collectors.joining());

        assertThat(flips).as("verdicts that flipped").isEmpty();
    }

    private static String said(Judgement judgement) {
        return judgement.verdict().code() + " " + judgement.reason().code();
    }

    /** For whoever reads the log; docs/domain/classification.md has the same. */
    @Test
    void theCorpusIsLargeAndItsScoresArePrinted() {
        var scores = CorpusScores.of(CORPUS);
        System.out.println(scores.summary() + scores.confusion() + scores.byReason());

        assertThat(CORPUS).hasSizeGreaterThan(150);
        assertThat(CORPUS).extracting(CorpusCase::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsJudgedWronglySaysSo() {
        assertThat(CORPUS)
                .filteredOn(one -> one.judged() == null)
                .allSatisfy(
                        one -> assertThat(one.judge().verdict()).as(one.id()).isEqualTo(one.expected()));
        assertThat(CORPUS)
                .filteredOn(one -> one.judged() != null)
                .allSatisfy(one -> assertThat(said(one.judge())).as(one.id()).isEqualTo(one.judged()));
    }

    @Test
    void noPersonIsSurelyAMachine() {
        assertThat(CORPUS)
                .filteredOn(one -> one.expected() == Verdict.HUMAN)
                .isNotEmpty()
                .noneMatch(one ->
                        MACHINES.contains(one.judge().verdict()) && one.judge().confidence() == Confidence.HIGH);
    }

    @Test
    void noMachineIsSurelyAPerson() {
        assertThat(CORPUS)
                .filteredOn(one -> MACHINES.contains(one.expected()))
                .isNotEmpty()
                .noneMatch(one ->
                        one.judge().verdict() == Verdict.HUMAN && one.judge().confidence() == Confidence.HIGH);
    }

    @Test
    void everyCaseNamesItsSource() {
        assertThat(CORPUS).extracting(CorpusCase::source).allMatch(source -> !source.isBlank());
    }

    @Test
    void everyReasonOfARuleHasACase() {
        Set<Reason> given = CORPUS.stream().map(one -> one.judge().reason()).collect(Collectors.toSet());

        assertThat(Reason.values())
                .filteredOn(reason -> !given.contains(reason))
                .containsExactlyInAnyOrder(Reason.NO_EVIDENCE, Reason.FORMER_SERVICE);
    }
}
