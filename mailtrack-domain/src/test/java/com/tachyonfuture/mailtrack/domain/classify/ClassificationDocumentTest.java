package com.tachyonfuture.mailtrack.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the rules and scores in {@code docs/domain/classification.md} true; the rest of it is written by hand. */
class ClassificationDocumentTest {

    private static final String REWRITE = "docs.rewrite";
    private static final String COMMAND =
            "mvn -pl mailtrack-domain test -Dtest=ClassificationDocumentTest -D" + REWRITE + "=true";

    @Test
    void theRulesAndScoresAreThoseOfTheCode() throws IOException {
        Path document = document();
        String before = Files.readString(document);

        String after = withGeneratedParts(before);
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(document, after);
        }

        assertThat(Files.readString(document))
                .as("docs/domain/classification.md is stale; rewrite it with: %s", COMMAND)
                .isEqualTo(after);
    }

    @Test
    void theCommandThatRewritesThemIsInTheDocument() throws IOException {
        assertThat(Files.readString(document())).contains(COMMAND);
    }

    /** The tests may run in the module's folder or at the top. */
    private static Path document() {
        return Stream.of("docs", "../docs")
                .map(folder -> Path.of(folder, "domain", "classification.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/domain/classification.md does not exist"));
    }

    private static String withGeneratedParts(String text) {
        var scores = CorpusScores.of(CorpusCase.all());
        String withRules = replaced(text, "RuleBook", rules());
        String withReasons = replaced(withRules, "Reason", reasons());
        return replaced(
                withReasons, "the corpus", scores.summary() + "\n" + scores.confusion() + "\n" + scores.byReason());
    }

    private static String rules() {
        var rules = RuleBook.inForce().rules();
        return "Version %d.%n%n".formatted(RuleBook.inForce().version())
                + IntStream.range(0, rules.size())
                        .mapToObj(i -> (i + 1) + ". " + rules.get(i).inWords() + "\n")
                        .collect(Collectors.joining());
    }

    private static String reasons() {
        return "| code | sentence |\n| --- | --- |\n"
                + Arrays.stream(Reason.values())
                        .map(reason -> "| `" + reason.code() + "` | " + reason.sentence() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String replaced(String text, String source, String part) {
        String begin = "<!-- generated from " + source + ": begin -->\n";
        String end = "<!-- generated from " + source + ": end -->\n";
        assertThat(text).containsOnlyOnce(begin).containsOnlyOnce(end);
        return text.substring(0, text.indexOf(begin)) + begin + "\n" + part + "\n" + text.substring(text.indexOf(end));
    }
}
