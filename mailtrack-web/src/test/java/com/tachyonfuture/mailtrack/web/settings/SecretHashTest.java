package com.tachyonfuture.mailtrack.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.domain.recording.TrustedProxies;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SecretHashTest {

    private final SecretHash hash = SecretHash.of("s3cret");

    @Test
    void knowsTheKeyAndNoOther() {
        assertThat(hash.matches("s3cret")).isTrue();
        assertThat(hash.matches("s3cre")).isFalse();
        assertThat(hash.matches("S3CRET")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void isNeverPrinted() {
        var settings = settings("https://example.com");

        assertThat(settings.toString()).contains("apiKey=***").doesNotContain("s3cret");
    }

    @Test
    void aBaseUrlEndsWithoutASlash() {
        assertThatThrownBy(() -> settings("https://example.com/"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("slash");
    }

    @Test
    void comesBackFromItsText() {
        assertThat(SecretHash.ofHexadecimal(hash.hexadecimal()).matches("s3cret"))
                .isTrue();
        assertThatThrownBy(() -> SecretHash.ofHexadecimal("abcd")).hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> SecretHash.ofHexadecimal("?")).isInstanceOf(IllegalArgumentException.class);
    }

    private WebSettings settings(String baseUrl) {
        return new WebSettings(
                baseUrl, new TrustedProxies(List.of()), hash, new OwnerLogin("owner", hash), ZoneOffset.UTC, List.of());
    }
}
