package com.tachyonfuture.mailtrack.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final Phrases<String> NAMES = Phrases.of(
            Map.of("curl", "tool", "eM Client", "client", "Java/", "library", "hey.com/imageproxy", "proxy"));

    @Test
    void aNameIsFoundAsWordsOfItsOwn() {
        assertThat(NAMES.firstIn("curl")).isEqualTo("tool");
        assertThat(NAMES.firstIn("(curl/8.5.0)")).isEqualTo("tool");
        assertThat(NAMES.firstIn("Safari/537.36 eM Client/8.2")).isEqualTo("client");
        assertThat(NAMES.firstIn("hey.com/imageproxy Mozilla/5.0")).isEqualTo("proxy");
    }

    @Test
    void aNameIsNotFoundInsideAWord() {
        assertThat(NAMES.firstIn("curling")).isNull();
        assertThat(NAMES.firstIn("pycurl/7")).isNull();
        assertThat(NAMES.firstIn("curl8")).isNull();
    }

    @Test
    void aNameThatEndsItsWordItselfMayBeFollowedByAnything() {
        assertThat(NAMES.firstIn("Java/17")).isEqualTo("library");
        assertThat(NAMES.firstIn("JavaScript/17")).isNull();
    }

    @Test
    void theCaseOfLatinLettersMeansNothingAndOfOthersItDoes() {
        assertThat(NAMES.firstIn("CURL")).isEqualTo("tool");
        assertThat(NAMES.firstIn("EM CLIENT")).isEqualTo("client");
        assertThat(Phrases.of("k", "kmail").isIn("\u212amail")).isFalse();
        assertThat(Phrases.of("i", "mimecast").isIn("M\u0130MECAST")).isFalse();
    }

    @Test
    void theFirstNameInTheTextIsTaken() {
        assertThat(NAMES.firstIn("Java/1 curl/2")).isEqualTo("library");
        assertThat(NAMES.firstIn("curl/2 Java/1")).isEqualTo("tool");
    }

    @Test
    void theBitsOfAllNamesInTheTextAreTaken() {
        Phrases<Long> bits = Phrases.of(Map.of("one", 1L, "two", 2L, "one two", 4L, "three", 8L));

        assertThat(bits.bitsIn("one two", Long::longValue)).isEqualTo(7);
        assertThat(bits.bitsIn("twofold three", Long::longValue)).isEqualTo(8);
        assertThat(bits.bitsIn(null, Long::longValue)).isZero();
    }

    @Test
    void nothingIsInNothing() {
        assertThat(NAMES.isIn(null)).isFalse();
        assertThat(NAMES.isIn("")).isFalse();
        assertThat(NAMES.isIn("cu")).isFalse();
        assertThat(Phrases.of(Map.<String, Long>of()).isIn("curl")).isFalse();
    }
}
