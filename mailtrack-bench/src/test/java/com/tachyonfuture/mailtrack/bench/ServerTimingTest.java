package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ServerTimingTest {

    @Test
    void theFirstTimeOfTheHeaderIsTaken() {
        assertThat(ServerTiming.micros("Server-Timing: total;dur=12.5")).hasValue(12_500);
        assertThat(ServerTiming.micros("server-timing: total;desc=\"all\"; dur=3, db;dur=2"))
                .hasValue(3_000);
    }

    @Test
    void otherHeadersSayNothing() {
        assertThat(ServerTiming.micros("Content-Length: 12")).isEmpty();
        assertThat(ServerTiming.micros("Server-Timing: miss")).isEmpty();
    }
}
