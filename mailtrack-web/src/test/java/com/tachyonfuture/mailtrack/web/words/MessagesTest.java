package com.tachyonfuture.mailtrack.web.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The texts of all languages against each other, and against the templates and classes that ask for them.
final class MessagesTest {

    private static final Path CLASSES = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/views");
    private static final Path BUNDLES = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z_]+[a-zA-Z_.0-9-]*)\"");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([\\w.-]+)");

    /// What the core says in English itself.
    private static final List<String> OF_THE_CORE = List.of("reason.", "rule.", "problem.");

    /// Attributes that people read or hear.
    private static final List<String> SPOKEN = List.of("aria-label", "alt", "title", "placeholder");

    private final Messages messages = new Messages();

    private Map<String, String> english() {
        return messages.of(Language.ENGLISH);
    }

    private static boolean isOfTheCore(String key) {
        return OF_THE_CORE.stream().anyMatch(key::startsWith);
    }

    private static Set<String> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .map(MessagesTest::read)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult result) -> result.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inTemplates() {
        return files(TEMPLATES, ".html").stream()
                .flatMap(text -> found(IN_TEMPLATE, text, 1).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeys(Language language) {
        Set<String> keys = messages.of(language).keySet().stream()
                .filter(key -> !isOfTheCore(key))
                .collect(Collectors.toSet());

        assertThat(keys).containsExactlyInAnyOrderElementsOf(english().keySet());
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"FRENCH", "GERMAN"})
    void whatTheCoreSaysIsTranslated(Language language) {
        var reasons = Arrays.stream(Reason.values()).map(reason -> "reason." + reason.code());
        var rules = RuleBook.inForce().rules().stream()
                .map(rule -> "rule." + rule.getClass().getSimpleName());
        Set<String> translated = messages.of(language).keySet().stream()
                .filter(key -> key.startsWith("reason.") || key.startsWith("rule."))
                .collect(Collectors.toSet());

        assertThat(translated)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(reasons, rules).toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"FRENCH", "GERMAN"})
    void everyProblemHasATextInEachLanguage(Language language) {
        Set<String> problems = messages.of(Language.GERMAN).keySet().stream()
                .filter(key -> key.startsWith("problem."))
                .collect(Collectors.toSet());

        assertThat(messages.of(language).keySet()).containsAll(problems);
        assertThat(problems).contains("problem.not_found", "problem.form_not_ours", "problem.storage_unavailable");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageFillsInTheSame(Language language) {
        messages.of(language).forEach((key, text) -> {
            String other = english().getOrDefault(key, "");

            assertThat(found(PLACEHOLDER, text, 0)).as(key).isEqualTo(found(PLACEHOLDER, other, 0));
            assertThat(tags(text)).as(key).isEqualTo(tags(other));
        });
    }

    private static List<String> tags(String text) {
        return MARKUP.matcher(text).results().map(MatchResult::group).toList();
    }

    /// So that it can be put into a page as it is.
    @Test
    void whatHasMarkupIsNotFilledIn() {
        assertThat(english())
                .allSatisfy((key, text) -> assertThat(MARKUP.matcher(text).find()
                                && PLACEHOLDER.matcher(text).find())
                        .as(key)
                        .isFalse());
    }

    @Test
    void onlyTextsWithMarkupStandInPagesAsTheyAre() {
        Set<String> unescaped = files(TEMPLATES, ".html").stream()
                .flatMap(text -> found(Pattern.compile("th:utext=\"([^\"]*)\""), text, 1).stream())
                .collect(Collectors.toSet());

        assertThat(unescaped).isNotEmpty().allMatch(expression -> expression.matches("#\\{[\\w.-]+}"));
    }

    @Test
    void everyKeyOfATemplateHasAText() {
        assertThat(english().keySet()).containsAll(inTemplates());
    }

    @Test
    void everyTextIsUsed() {
        Set<String> inClasses = files(CLASSES, ".java").stream()
                .flatMap(text -> found(LITERAL, text, 1).stream())
                .collect(Collectors.toSet());
        Set<String> inTemplates = inTemplates();

        assertThat(english().keySet())
                .allMatch(key -> inTemplates.contains(key)
                        || inClasses.contains(key)
                        || inClasses.contains(key.replaceFirst("\\.(one|other)$", ""))
                        || inClasses.stream().anyMatch(literal -> literal.endsWith(".") && key.startsWith(literal)));
    }

    @Test
    void noFileHasAKeyTwice() {
        for (Language language : Language.values()) {
            String suffix = language == Language.ENGLISH ? "" : "_" + language.code();
            String file = read(BUNDLES.resolve("messages" + suffix + ".properties"));
            List<String> keys = file.lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();

            assertThat(keys).as(language.name()).doesNotHaveDuplicates();
        }
    }

    @Test
    void noTemplateHasATextOfItsOwn() {
        var stray = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            files.filter(file -> file.toString().endsWith(".html")).forEach(file -> stray.addAll(strayIn(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(stray).isEmpty();
    }

    /// Texts of elements whose text is not replaced, and spoken attributes that are not. `Mailtrack` is a name, and
    /// keys are called by what is on them.
    private static List<String> strayIn(Path file) {
        var page = Jsoup.parse(read(file), Parser.xmlParser());
        Stream<String> texts = page.getAllElements().stream()
                .filter(element -> !isReplaced(element) && !element.tagName().equals("kbd"))
                .flatMap(element -> element.textNodes().stream())
                .map(TextNode::text)
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .filter(text -> !text.equals("Mailtrack"));
        Stream<String> attributes = page.getAllElements().stream()
                .flatMap(element -> SPOKEN.stream().map(element::attr))
                .filter(text -> text.codePoints().anyMatch(Character::isLetter));
        Stream<String> literals = page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .filter(attribute -> attribute.getKey().startsWith("th:text")
                        || attribute.getKey().startsWith("th:aria-label")
                        || attribute.getKey().startsWith("th:replace"))
                .flatMap(attribute ->
                        found(Pattern.compile("'([^']*\\p{L}\\s\\p{L}[^']*)'"), attribute.getValue(), 1).stream());
        return Stream.of(texts, attributes, literals)
                .flatMap(all -> all)
                .map(text -> file.getFileName() + ": " + text.strip())
                .toList();
    }

    private static boolean isReplaced(Element element) {
        return Stream.iterate(element, at -> at != null, Element::parent)
                .anyMatch(at -> Stream.of("th:text", "th:utext", "th:replace", "th:insert")
                        .anyMatch(name -> at.hasAttr(name) && !at.tagName().equals("html")));
    }

    @Test
    void bundlesAreReadAsUtf8() throws IOException {
        var properties = new Properties();
        properties.load(Files.newBufferedReader(BUNDLES.resolve("messages_de.properties")));

        assertThat(messages.of(Language.GERMAN)).containsEntry("nav.overview", properties.getProperty("nav.overview"));
        assertThat(messages.of(Language.GERMAN).get("nav.overview")).isEqualTo("Übersicht");
    }
}
