package com.tachyonfuture.mailtrack.domain.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrackIdTest {

    @Test
    void equalsByValue() {
        assertThat(new TrackId("a")).isEqualTo(new TrackId("a")).isNotEqualTo(new TrackId("b"));
    }
}
