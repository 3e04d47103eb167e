package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How well the rules do on the corpus, as tables of Markdown. */
final class CorpusScores {

    private record Judged(CorpusCase one, Judgement judgement) {

        boolean isRight() {
            return one.expected() == judgement.verdict();
        }
    }

    private final List<Judged> cases;

    private CorpusScores(List<Judged> cases) {
        this.cases = cases;
    }

    static CorpusScores of(List<CorpusCase> corpus) {
        return new CorpusScores(
                corpus.stream().map(one -> new Judged(one, one.judge())).toList());
    }

    String summary() {
        return "%d cases, %d of them disputed; judged as their source says: %d.%n"
                .formatted(cases.size(), count(one -> one.one().disputed()), count(Judged::isRight));
    }

    /** What it was, by what it was judged. */
    String confusion() {
        var header = Stream.concat(
                Stream.of("it was \\ judged"), Arrays.stream(Verdict.values()).map(Verdict::code));
        return row(header)
                + row(Stream.generate(() -> "---").limit(Verdict.values().length + 1L))
                + Arrays.stream(Verdict.values()).map(this::confusion).collect(Collectors.joining());
    }

    private String confusion(Verdict expected) {
        return row(Stream.concat(
                Stream.of(expected.code()),
                Arrays.stream(Verdict.values())
                        .map(judged -> count(one -> one.one().expected() == expected
                                && one.judgement().verdict() == judged))
                        .map(count -> count == 0 ? "" : count.toString())));
    }

    /** Precision: how many with this reason are what their verdict says. Recall: how many that should have it do. */
    String byReason() {
        return row(Stream.of("reason", "verdict", "judged", "precision", "should be", "recall"))
                + row(Stream.generate(() -> "---").limit(6))
                + Arrays.stream(Reason.values()).map(this::byReason).collect(Collectors.joining());
    }

    private String byReason(Reason reason) {
        Predicate<Judged> given = one -> one.judgement().reason() == reason;
        Predicate<Judged> due = one -> one.one().reason() == reason;
        String verdicts = cases.stream()
                .filter(given)
                .map(one -> one.judgement().verdict().code())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return row(Stream.of(
                "`" + reason.code() + "`",
                verdicts,
                Long.toString(count(given)),
                share(count(given.and(Judged::isRight)), count(given)),
                Long.toString(count(due)),
                share(count(due.and(given)), count(due))));
    }

    private Long count(Predicate<Judged> which) {
        return cases.stream().filter(which).count();
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.2f", (double) part / whole);
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
