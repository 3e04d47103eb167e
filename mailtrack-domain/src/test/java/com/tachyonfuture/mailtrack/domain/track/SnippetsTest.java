package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SnippetsTest {

    @Test
    void nothingInAnIdEndsTheAddressOrTheSnippet() {
        var snippets = Snippets.of("https://mailtrack.example", new TrackId("a\" /)"));

        assertThat(snippets.pixelUrl()).isEqualTo("https://mailtrack.example/p/a%22%20%2F%29.gif");
        assertThat(snippets.html()).startsWith("<img src=\"https://mailtrack.example/p/a%22%20%2F%29.gif\" ");
        assertThat(snippets.markdown()).isEqualTo("![](https://mailtrack.example/p/a%22%20%2F%29.gif)");
    }

    @Test
    void snippetsAreWhatExistingMailsCarry() {
        var snippets = Snippets.of("https://mailtrack.example", new TrackId("abc"));

        assertThat(snippets.pixelUrl()).isEqualTo("https://mailtrack.example/p/abc.gif");
        assertThat(snippets.html())
                .isEqualTo("<img src=\"https://mailtrack.example/p/abc.gif\" width=\"1\" height=\"1\""
                        + " style=\"display:none\" alt=\"\" />");
        assertThat(snippets.htmlVisible())
                .isEqualTo("<img src=\"https://mailtrack.example/p/abc.gif\" width=\"1\" height=\"1\" alt=\"\" />");
        assertThat(snippets.markdown()).isEqualTo("![](https://mailtrack.example/p/abc.gif)");
    }
}
