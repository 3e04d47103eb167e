package com.tachyonfuture.mailtrack.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.domain.recording.TrustedProxies;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApiKeyHashTest {

    private final ApiKeyHash hash = ApiKeyHash.of("s3cret");

    @Test
    void knowsTheKeyAndNoOther() {
        assertThat(hash.matches("s3cret")).isTrue();
        assertThat(hash.matches("s3cre")).isFalse();
        assertThat(hash.matches("S3CRET")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void isNeverPrinted() {
        var settings = new WebSettings("https://example.com", new TrustedProxies(List.of()), hash, List.of());

        assertThat(settings.toString()).contains("apiKey=***").doesNotContain("s3cret");
    }

    @Test
    void aBaseUrlEndsWithoutASlash() {
        var nobody = new TrustedProxies(List.of());

        assertThatThrownBy(() -> new WebSettings("https://example.com/", nobody, hash, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slash");
    }
}
