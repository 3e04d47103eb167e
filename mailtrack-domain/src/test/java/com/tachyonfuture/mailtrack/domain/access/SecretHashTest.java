package com.tachyonfuture.mailtrack.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SecretHashTest {

    private final SecretHash hash = SecretHash.of("s3cret");

    @Test
    void knowsTheSecretAndNoOther() {
        assertThat(hash.matches("s3cret")).isTrue();
        assertThat(hash.matches("s3cre")).isFalse();
        assertThat(hash.matches("S3CRET")).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @Test
    void isNeverPrinted() {
        assertThat(hash).hasToString("***");
    }

    @Test
    void equalsTheHashOfTheSameSecretOnly() {
        assertThat(hash).isEqualTo(SecretHash.of("s3cret")).hasSameHashCodeAs(SecretHash.of("s3cret"));
        assertThat(hash).isNotEqualTo(SecretHash.of("other")).isNotEqualTo("s3cret");
    }

    @Test
    void comesBackFromItsText() {
        assertThat(SecretHash.ofHexadecimal(hash.hexadecimal())).isEqualTo(hash);
        assertThatThrownBy(() -> SecretHash.ofHexadecimal("abcd")).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> SecretHash.ofHexadecimal("?")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comesBackFromItsBytes() {
        byte[] bytes = hash.bytes();

        assertThat(SecretHash.ofBytes(bytes)).isEqualTo(hash);
        bytes[0]++;
        assertThat(hash.bytes()).isNotEqualTo(bytes);
        assertThatThrownBy(() -> SecretHash.ofBytes(new byte[31])).hasMessageContaining("32 bytes");
    }
}
