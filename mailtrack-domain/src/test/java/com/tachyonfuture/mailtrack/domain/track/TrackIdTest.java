package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackIdTest {

    @Test
    void aUuidIsAnId() {
        assertThat(TrackId.parse("0f6c1a52-3b7e-4d19-9a44-000000000001"))
                .contains(new TrackId("0f6c1a52-3b7e-4d19-9a44-000000000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "a b", "../etc/passwd", "a/b", "ä", "%", "a\u0000", "😀 is one of 36 characters in this id"
            })
    void idsThatWereTakenOverMayHaveAnyCharacters(String text) {
        assertThat(TrackId.parse(text)).map(TrackId::value).contains(text);
    }

    @Test
    void inAPathAllIsEncodedThatMeansSomethingThere() {
        assertThat(new TrackId("0f6c1a52-3b7e-4d19-9a44-000000000001").inPath())
                .isEqualTo("0f6c1a52-3b7e-4d19-9a44-000000000001");
        assertThat(new TrackId("a b/c?%+*~._-ä\")").inPath()).isEqualTo("a%20b%2Fc%3F%25%2B%2A~._-%C3%A4%22%29");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0f6c1a52-3b7e-4d19-9a44-0000000000012"})
    void whatNoTrackCanHaveIsNoId(String text) {
        assertThat(TrackId.parse(text)).isEmpty();
    }

    @Test
    void idsThatDifferOnlyInCaseAreEqualAndSortTogether() {
        var lower = new TrackId("abc");
        var upper = new TrackId("ABC");

        assertThat(lower).isEqualTo(upper).hasSameHashCodeAs(upper).isEqualByComparingTo(upper);
        assertThat(lower).isNotEqualTo(new TrackId("abd")).isLessThan(new TrackId("ABD"));
        assertThat(upper).hasToString("ABC");
    }

    @Test
    void anIdOfNoOrTooManyCharactersCannotBe() {
        assertThatThrownBy(() -> new TrackId("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrackId("x".repeat(37))).hasMessageContaining("1 to 36");
    }
}
