package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeaderTextTest {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        ", ",
        "M\u00c3\u00bcller, Müller",
        "M\u00fcller, Müller",
        "\u00f0\u009f\u0098\u0080, 😀",
        "\u00c0\u0080, \u00c0\u0080",
        "\u00ed\u00a0\u0080, \u00ed\u00a0\u0080",
    })
    void bytesThatAreUtf8AreReadAsUtf8(String latin1, String text) {
        assertThat(HeaderText.of(latin1)).isEqualTo(text);
    }
}
