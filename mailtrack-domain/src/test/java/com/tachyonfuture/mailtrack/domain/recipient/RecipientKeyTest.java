package com.tachyonfuture.mailtrack.domain.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecipientKeyTest {

    @Test
    void caseDoesNotMatterAndAllElseDoes() {
        RecipientKey zoe = RecipientKey.of("Zoë@example.com").orElseThrow();

        assertThat(RecipientKey.of("ZOË@EXAMPLE.COM")).contains(zoe);
        assertThat(RecipientKey.of("Zoe@example.com").orElseThrow()).isNotEqualTo(zoe);
        assertThat(RecipientKey.of("Zoë@example.com ").orElseThrow()).isNotEqualTo(zoe);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t\n"})
    void nobodyHasNoKey(String recipient) {
        assertThat(RecipientKey.of(recipient)).isEmpty();
    }

    @Test
    void whatIsLongerThanARecipientMayBeHasNone() {
        assertThat(RecipientKey.of("😀".repeat(255))).isPresent();
        assertThat(RecipientKey.of("😀".repeat(256))).isEmpty();
    }

    @Test
    void aKeyIsFoundInItsText() {
        RecipientKey key = RecipientKey.of("ada@example.com").orElseThrow();

        assertThat(RecipientKey.parse(key.value())).contains(key);
        assertThat(RecipientKey.parse(key.value().toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(RecipientKey.parse("../settings")).isEmpty();
        assertThatThrownBy(() -> new RecipientKey("ada")).isInstanceOf(IllegalArgumentException.class);
    }
}
