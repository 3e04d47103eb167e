package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LetterCaseTest {

    @ParameterizedTest
    @CsvSource({
        "Zoë@Example.com, ZOË@EXAMPLE.COM",
        "Žižek, žIŽEK",
        "Дарья, ДАРЬЯ",
        "Հայկ, հԱՅԿ",
        "ΜΆΡΙΟΣ, μάριος",
        "ΜΆΡΙΟΣ, μάριοσ",
        "ΜΆΡΙΟΣ.Α@example.com, μάριος.α@example.com",
        "İpek, i̇pek",
        "Ὀδυσσεύς, ὀΔΥΣΣΕΎΣ",
        "ＡＤＡ, ａｄａ"
    })
    void textsThatDifferInNothingButCaseAreTheSame(String one, String other) {
        assertThat(LetterCase.folded(one)).isEqualTo(LetterCase.folded(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ırmak, irmak",
        "ırmak, Irmak",
        "İpek, ipek",
        "Straße, STRASSE",
        "Straße, STRAẞE",
        "Ꭰda, ꭰda",
        "Ანა, ანა",
        "𐐀da, 𐐨da",
        "Zoë, Zoe",
        "'ada', 'ada '",
        "ﬁne, fine"
    })
    void textsThatDifferInMoreAreNot(String one, String other) {
        assertThat(LetterCase.folded(one)).isNotEqualTo(LetterCase.folded(other));
    }

    /** Keys that are stored were made of such. */
    @ParameterizedTest
    @ValueSource(strings = {"Ada@Example.COM", "Zoë Ångström", "ΜΆΡΙΟΣ Παπαδόπουλος", "İpek", "Дарья", "日本 😀"})
    void ofUsualTextsItIsTheLowerCase(String text) {
        assertThat(LetterCase.folded(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
    }

    @Test
    void halfCharactersStayAsTheyAre() {
        assertThat(LetterCase.folded("A\ud800B")).isEqualTo("a\ud800b");
    }
}
