package com.tachyonfuture.mailtrack.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormTokenTest {

    private static final String SECRET = "what only the browser has";

    private final Random random = new Random(1);

    private byte[] mask() {
        var mask = new byte[FormToken.LENGTH_OF_MASK];
        random.nextBytes(mask);
        return mask;
    }

    @Test
    void matchesTheSecretThatItWasMadeFromAndNoOther() {
        String token = FormToken.of(SECRET, mask());

        assertThat(FormToken.matches(token, SECRET)).isTrue();
        assertThat(FormToken.matches(token, SECRET + " ")).isFalse();
        assertThat(FormToken.matches(token, "")).isFalse();
    }

    @Test
    void looksDifferentEachTime() {
        String one = FormToken.of(SECRET, mask());
        String other = FormToken.of(SECRET, mask());

        assertThat(one).isNotEqualTo(other);
        assertThat(one.substring(50)).isNotEqualTo(other.substring(50));
        assertThat(FormToken.matches(other, SECRET)).isTrue();
    }

    @Test
    void oneWrongBitMakesItWorthless() {
        byte[] token = Base64.getUrlDecoder().decode(FormToken.of(SECRET, mask()));
        for (int bit = 0; bit < 8 * token.length; bit++) {
            byte[] changed = token.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(FormToken.matches(Base64.getUrlEncoder().encodeToString(changed), SECRET))
                    .as("bit " + bit)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "%%%", "AAAA", "\u0000", "\ud83d\ude00", "=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNoneMatchesNothing(String token) {
        assertThat(FormToken.matches(token, SECRET)).isFalse();
        assertThat(FormToken.matches(token.repeat(100_000), SECRET)).isFalse();
    }
}
