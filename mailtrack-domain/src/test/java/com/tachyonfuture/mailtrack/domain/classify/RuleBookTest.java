package com.tachyonfuture.mailtrack.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final RuleBook BOOK = RuleBook.inForce();
    private static final int TRIES = 20_000;

    @Test
    void everyRuleSaysInPlainWordsWhatItDoes() {
        assertThat(BOOK.rules())
                .extracting(Rule::inWords)
                .doesNotHaveDuplicates()
                .allMatch(words -> words.length() > 20 && words.endsWith(".") && !words.contains("  "));
    }

    @Test
    void everyReasonHasAShortCodeAndASentence() {
        assertThat(Reason.values())
                .allMatch(reason -> reason.code().length() <= 32)
                .allMatch(reason -> reason.sentence().endsWith("."))
                .extracting(Reason::sentence)
                .doesNotHaveDuplicates();
    }

    @Test
    void whereNoRuleKnowsItTheEvidenceDecidesNothing() {
        assertThat(new RuleBook(1, List.of()).judge(Fetch.by("a").evidence()))
                .isEqualTo(new Judgement(Verdict.UNDECIDED, Reason.NO_EVIDENCE, Confidence.LOW, null));
    }

    @Test
    void theFirstRuleThatKnowsDecides() {
        var book = new RuleBook(7, List.of(new Script(), new Thunderbird()));

        assertThat(book.version()).isEqualTo(7);
        assertThat(book.judge(Fetch.by("Thunderbird/128.0 curl/8.5").evidence()).reason())
                .isEqualTo(Reason.SCRIPT);
        assertThat(book.judge(Fetch.by("Thunderbird/128.0").evidence()).reason())
                .isEqualTo(Reason.THUNDERBIRD);
    }

    @Test
    void aBookHasNoMoreRulesThanItCanIndex() {
        assertThatThrownBy(() -> new RuleBook(1, Collections.nCopies(65, new UnknownAgent())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
    }

    /** Skipping rules whose names are not there must not change what is judged. */
    @Test
    void askingFewerRulesJudgesTheSame() {
        assertThat(CorpusCase.all())
                .allSatisfy(one -> assertThat(one.judge()).as(one.id()).isEqualTo(askingAll(one.evidence())));

        var random = new Random(5);
        for (int i = 0; i < TRIES; i++) {
            Evidence evidence = anyEvidence(random);
            assertThat(BOOK.judge(evidence)).isEqualTo(askingAll(evidence));
        }
    }

    private static Judgement askingAll(Evidence evidence) {
        return BOOK.rules().stream()
                .flatMap(rule -> rule.judge(evidence).stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whateverComesIsJudgedAndNothingForgedIsTheOwner() {
        var random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            Judgement judgement = BOOK.judge(anyEvidence(random));

            assertThat(judgement.verdict()).isNotEqualTo(Verdict.SELF);
            assertThat(judgement.agent() == null ? "" : judgement.agent()).hasSizeLessThanOrEqualTo(32);
        }
    }

    /** All that a stranger can choose; not the owner's browser, address, or where a track was created. */
    private static Evidence anyEvidence(Random random) {
        var lists = EnumSet.noneOf(NetworkKind.class);
        for (NetworkKind kind : NetworkKind.values()) {
            if (random.nextInt(8) == 0) {
                lists.add(kind);
            }
        }
        return new Evidence(
                null,
                anyText(random),
                anyText(random),
                random.nextBoolean() ? Set.of(Sign.WANTS_IMAGE) : Set.of(),
                random.nextBoolean() ? null : new Network(random.nextInt(70_000), word(random)),
                lists,
                random.nextInt(4) == 0 ? null : Duration.ofSeconds(random.nextInt(2_000) - 500L),
                1 + random.nextInt(5),
                false,
                false);
    }

    private static @Nullable String anyText(Random random) {
        if (random.nextInt(20) == 0) {
            return null;
        }
        var text = new StringBuilder();
        int parts = random.nextInt(8);
        for (int i = 0; i < parts; i++) {
            text.append(random.nextBoolean() ? word(random) : anyCharacters(random));
        }
        return text.toString();
    }

    private static final List<String> WORDS = List.of(
            "Mozilla/5.0",
            " (Macintosh; ",
            "AppleWebKit/",
            "(KHTML, like Gecko)",
            " Mobile/",
            "GoogleImageProxy",
            "Google",
            "Thunderbird/",
            "curl/8",
            "owners_browser",
            "self",
            "Microsoft Outlook",
            "ms-office",
            "Mimecast",
            "https://",
            "outlook.live.com",
            "mail.",
            " Safari/",
            "Mozilla/5.0 (",
            "Barracuda",
            "YahooMailProxy",
            "Oath");

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String anyCharacters(Random random) {
        return random.ints(random.nextInt(40), 0, 0x11_0000)
                .map(c -> random.nextInt(3) == 0 ? c : c % 128)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
