package com.tachyonfuture.mailtrack.web.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

    private static Words in(Language language) {
        return new Words(language, new Messages(), () -> Instant.EPOCH, ZoneOffset.UTC);
    }

    private final Words english = in(Language.ENGLISH);
    private final Words french = in(Language.FRENCH);
    private final Words german = in(Language.GERMAN);

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        assertThat(english.number(1_234_567)).isEqualTo("1,234,567");
        assertThat(german.number(1_234_567)).isEqualTo("1.234.567");
        assertThat(french.number(1_234_567)).isEqualTo("1\u202f234\u202f567");
        assertThat(english.percent(0.66)).isEqualTo("66%");
        assertThat(german.percent(0.66)).isEqualTo("66\u00a0%");
    }

    @Test
    void oneIsToldApartFromMoreAsTheLanguageDoes() {
        assertThat(english.count("deletion.opens", 0)).isEqualTo("0 opens");
        assertThat(english.count("deletion.opens", 1)).isEqualTo("1 open");
        assertThat(french.count("deletion.opens", 0)).isEqualTo("0 ouverture");
        assertThat(french.count("deletion.opens", 2_000)).isEqualTo("2\u202f000 ouvertures");
        assertThat(german.count("deletion.opens", 2)).isEqualTo("2 Abrufe");
    }

    @Test
    void whatATextIsFilledWithIsNotFilledInItself() {
        assertThat(english.of("open.program-on", "{1}", "$0 \\ {0}")).isEqualTo("{1} on $0 \\ {0}");
    }

    @Test
    void aTextThatIsMissingIsAFault() {
        assertThatThrownBy(() -> english.of("no.such.key")).hasMessageContaining("no.such.key");
        assertThat(french.orEnglish("no.such.key", "As the core says it.")).isEqualTo("As the core says it.");
    }

    @Test
    void countriesHaveTheirNamesInEveryLanguage() {
        assertThat(german.country("DE", "Germany")).isEqualTo("Deutschland");
        assertThat(french.country("DE", "Germany")).isEqualTo("Allemagne");
        assertThat(german.country("XX", "Somewhere")).isEqualTo("Somewhere");
        assertThat(german.country("../", null)).isNull();
        assertThat(german.country(null, "Somewhere")).isEqualTo("Somewhere");
    }

    @Test
    void whatTheCoreFindsWrongIsSaidInEveryLanguage() {
        var details = new TrackDetails("r".repeat(256), "\ud800", "n".repeat(70_000), null);
        Stream<Violation> found = Stream.of(
                        details.violations(),
                        ApiKey.violationsOf(""),
                        ApiKey.violationsOf("l".repeat(101)),
                        ApiKey.violationsOf("a\u0007b"),
                        Page.refuseLimit().violations(),
                        Page.refuseCursor().violations(),
                        Refusal.invalid("current", "is not the password").violations(),
                        Refusal.invalid("chosen", "has fewer than 12 characters")
                                .violations())
                .flatMap(List::stream);

        assertThat(found).hasSize(10).allSatisfy(violation -> {
            assertThat(english.violation(violation.message())).isEqualTo(violation.message());
            assertThat(french.violation(violation.message())).isNotEqualTo(violation.message());
            assertThat(german.violation(violation.message())).isNotEqualTo(violation.message());
        });
        assertThat(german.violation("has 256 characters; at most 255 are allowed"))
                .isEqualTo("hat 256 Zeichen; höchstens 255 sind erlaubt");
        assertThat(german.violation("is wrong in a new way")).isEqualTo("is wrong in a new way");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | FRENCH",
                "de-AT,de;q=0.9,en;q=0.8 | GERMAN",
                "es, fr;q=0.5, en;q=0.4 | FRENCH",
                "EN-us | ENGLISH",
                "fr;q=0, de;q=0.001 | GERMAN",
                "es |",
                "; |",
                ";;;,, |",
                "fr;q=nine |",
                "fr;q=2 |",
                "* |",
            })
    void theLanguageThatIsWantedMostIsTaken(String header, String expected) {
        assertThat(Language.wanted(header)).isEqualTo(expected == null ? null : Language.valueOf(expected));
    }
}
