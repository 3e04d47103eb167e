package com.tachyonfuture.mailtrack.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.domain.track.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"n8n", "Zoë's laptop 🔑", " x ", "\"<script>\""})
    void aLabelIsAnyLineOfText(String label) {
        assertThat(ApiKey.violationsOf(label)).isEmpty();
    }

    @Test
    void aLabelIsCountedInCharactersThatPeopleSee() {
        assertThat(ApiKey.violationsOf("🔑".repeat(100))).isEmpty();
        assertThat(ApiKey.violationsOf("🔑".repeat(101)))
                .containsExactly(new Violation("label", "has more than 100 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEmptyLabelIsRefused(String label) {
        assertThat(ApiKey.violationsOf(label)).containsExactly(new Violation("label", "is empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000b", "a\u0085b", "half a \ud83d pair"})
    void aLabelThatCannotBeShownIsRefused(String label) {
        assertThat(ApiKey.violationsOf(label))
                .containsExactly(new Violation("label", "has characters that can't be shown"));
    }

    @Test
    void anIdHasOneToThirtySixCharacters() {
        assertThat(new ApiKeyId("i".repeat(36)).value()).hasSize(36);
        assertThatThrownBy(() -> new ApiKeyId("")).hasMessageContaining("1 to 36 characters");
        assertThatThrownBy(() -> new ApiKeyId("i".repeat(37))).hasMessageContaining("1 to 36 characters");
    }

    @Test
    void aPasswordsHashIsNeverPrinted() {
        assertThat(new PasswordHash("$argon2id$...")).hasToString("***");
    }
}
