package com.tachyonfuture.mailtrack.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the tables in `docs/configuration.md` true; the prose around them is written by hand.
class ConfigurationDocumentTest {

    private static final String REWRITE = "docs.rewrite";
    private static final String COMMAND = "mvn -pl mailtrack-app -am test -Dtest=ConfigurationDocumentTest "
            + "-Dsurefire.failIfNoSpecifiedTests=false -D" + REWRITE + "=true";

    @Test
    void theTablesAreThoseOfTheCode() throws IOException {
        Path document = document();
        String before = Files.readString(document);

        String after = withTables(before);
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(document, after);
        }

        assertThat(Files.readString(document))
                .as("docs/configuration.md is stale; rewrite it with: %s", COMMAND)
                .isEqualTo(after);
    }

    @Test
    void theCommandThatRewritesTheTablesIsInTheDocument() throws IOException {
        assertThat(Files.readString(document())).contains(COMMAND);
    }

    @Test
    void whatIsSaidOfSecretsIsTrueOfAll() throws IOException {
        String secrets = KnownSettings.ALL.stream()
                .filter(setting -> !setting.format().trimmed())
                .map(setting -> "`" + setting.name() + "`")
                .collect(Collectors.joining(", "));

        assertThat(Files.readString(document()).replaceAll("\\s+", " "))
                .contains("except in secrets (" + secrets + ")");
    }

    /// The tests may run in the module's folder or at the top.
    private static Path document() {
        return Stream.of("docs", "../docs")
                .map(folder -> Path.of(folder, "configuration.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/configuration.md does not exist"));
    }

    private static String withTables(String text) {
        String settings = section("Essential", "What every installation should think of.", KnownSettings.ESSENTIAL)
                + section("Common", "What many installations set.", KnownSettings.COMMON)
                + section("Rare", "What hardly anybody has to touch.", KnownSettings.RARE)
                + "\n";
        String withSettings = replaced(text, "KnownSettings", settings);
        String withDriver = replaced(withSettings, "DriverParameters", driverParameters());
        return replaced(withDriver, "PythonParameters", pythonParameters());
    }

    private static String replaced(String text, String source, String tables) {
        String begin = "<!-- generated from " + source + ": begin -->\n";
        String end = "<!-- generated from " + source + ": end -->\n";
        assertThat(text).containsOnlyOnce(begin).containsOnlyOnce(end);
        return text.substring(0, text.indexOf(begin)) + begin + tables + text.substring(text.indexOf(end));
    }

    private static String section(String heading, String explanation, List<Setting<?>> settings) {
        String rows = settings.stream().map(ConfigurationDocumentTest::row).collect(Collectors.joining());
        return "\n## " + heading + "\n\n" + explanation + "\n\n"
                + cells("name", "meaning", "default", "allowed", "example") + cells("---", "---", "---", "---", "---")
                + rows;
    }

    private static String row(Setting<?> setting) {
        return cells(
                "`" + setting.name() + "`",
                setting.meaning() + (setting.actedOn() ? "" : " *Not acted on yet.*"),
                setting.whenAbsent(),
                setting.format().allowed(),
                "`" + setting.example() + "`");
    }

    private static String driverParameters() {
        String fixed = DriverParameters.FIXED.stream()
                .map(parameter -> cells(
                        "`" + parameter.name() + "=" + parameter.value() + "`",
                        "always; another value in the URL stops the start",
                        parameter.why()))
                .collect(Collectors.joining());
        String defaults = DriverParameters.DEFAULTS.stream()
                .map(parameter -> cells(
                        "`" + parameter.name() + "=" + parameter.value() + "`",
                        parameter.when().text() + ", where the URL does not set it",
                        parameter.why()))
                .collect(Collectors.joining());
        return "\n" + cells("parameter", "when", "why") + cells("---", "---", "---") + fixed + defaults + "\n";
    }

    private static String pythonParameters() {
        String rows = PythonParameters.RULES.stream()
                .map(rule -> cells(
                        rule.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
                        outcome(rule.treatment()),
                        rule.explanation()))
                .collect(Collectors.joining());
        return "\n" + cells("parameter", "what becomes of it", "") + cells("---", "---", "---") + rows + "\n";
    }

    private static String outcome(PythonParameters.Treatment treatment) {
        return switch (treatment) {
            case PythonParameters.Treatment.Dropped() -> "left out";
            case PythonParameters.Treatment.Refused() -> "stops the start";
            case PythonParameters.Treatment.Timeout _,
                    PythonParameters.Treatment.Tls _,
                    PythonParameters.Treatment.TlsMode _ -> "translated";
        };
    }

    private static String cells(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
