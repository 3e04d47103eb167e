package com.tachyonfuture.mailtrack.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link PasswordHashes} does. */
public interface PasswordHashesContract {

    PasswordHashes hashes();

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "correct horse battery staple", "pass:word$1", "пароль 🔑\n\u0000", "ﬁne"})
    default void aPasswordMatchesItsHash(String password) {
        PasswordHash hash = hashes().hash(password);

        assertThat(hashes().matches(password, hash)).isTrue();
        assertThat(hashes().matches(password + "x", hash)).isFalse();
    }

    @Test
    default void aLongPasswordCountsToItsLastCharacter() {
        String almost = "🔑".repeat(1_000);
        PasswordHash hash = hashes().hash(almost + "a");

        assertThat(hashes().matches(almost + "a", hash)).isTrue();
        assertThat(hashes().matches(almost + "b", hash)).isFalse();
    }

    @Test
    default void caseAndSpacesCount() {
        PasswordHash hash = hashes().hash("correct horse");

        for (String other : List.of("Correct horse", "correct horse ", " correct horse", "correct  horse", "")) {
            assertThat(hashes().matches(other, hash)).as(other).isFalse();
        }
    }

    @Test
    default void theSameCharactersMatchHoweverTheyAreComposed() {
        PasswordHash composed = hashes().hash("Zo\u00eb's Stra\u00dfe");
        PasswordHash fullWidth = hashes().hash("\uff50\uff41\uff53\uff53");

        assertThat(hashes().matches("Zoe\u0308's Stra\u00dfe", composed)).isTrue();
        assertThat(hashes().matches("Zoe's Stra\u00dfe", composed)).isFalse();
        assertThat(hashes().matches("pass", fullWidth)).isTrue();
    }

    @Test
    default void twoHashesOfOnePasswordDiffer() {
        assertThat(hashes().hash("correct horse")).isNotEqualTo(hashes().hash("correct horse"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct horse", "$", "$$$$$", "plain:", "$argon2id$v=19$m=19456,t=2,p=1$$", "\u0000"})
    default void whatIsNoHashMatchesNothing(String garbage) {
        assertThat(hashes().matches("correct horse", new PasswordHash(garbage))).isFalse();
        assertThat(hashes().matches("", new PasswordHash(garbage))).isFalse();
        assertThat(hashes().matches(garbage, new PasswordHash(garbage))).isFalse();
    }

    @Test
    default void nothingOfAPasswordIsPrinted() {
        PasswordHash hash = hashes().hash("correct horse");

        assertThat(hash).hasToString("***");
        assertThat(hashes().toString()).doesNotContain("horse");
    }
}
