package com.tachyonfuture.mailtrack.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferersTest {

    @Test
    void theHostIsReadInLowerCase() {
        assertThat(Referers.host("HTTPS://Mail.Example.ORG/inbox")).isEqualTo("mail.example.org");
        assertThat(Referers.host("http://mail.example.org:8080")).isEqualTo("mail.example.org");
        assertThat(Referers.host("https://mail.example.org?a=b")).isEqualTo("mail.example.org");
        assertThat(Referers.host("https://mail.example.org#a")).isEqualTo("mail.example.org");
    }

    @Test
    void whatIsNoPlainAddressHasNoHost() {
        assertThat(Referers.host(null)).isEmpty();
        assertThat(Referers.host("")).isEmpty();
        assertThat(Referers.host("mail.example.org")).isEmpty();
        assertThat(Referers.host("https://")).isEmpty();
        assertThat(Referers.host("https://outlook.live.com@example.org/")).isEmpty();
        assertThat(Referers.host("https://[2001:db8::1]/")).isEmpty();
        assertThat(Referers.host("https://" + "a".repeat(2_000))).isEmpty();
    }
}
