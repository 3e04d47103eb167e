package com.tachyonfuture.mailtrack.outbound.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TwoStepCacheTest {

    private final TwoStepCache<Integer> cache = new TwoStepCache<>(3);

    @Test
    void itNeverHoldsMoreThanItMay() {
        for (int i = 0; i < 100; i++) {
            cache.put("a" + i, i);
            cache.get("a" + i);
            cache.put("b" + i, i);
        }

        assertThat(cache.size()).isEqualTo(6);
    }

    @Test
    void theOldestGoesFirst() {
        for (int i = 0; i < 4; i++) {
            cache.put("a" + i, i);
        }

        assertThat(cache.get("a0")).isNull();
        assertThat(cache.get("a1")).isEqualTo(1);
    }

    @Test
    void whatWasAskedForAgainOutlivesAFlood() {
        cache.put("usual", 7);
        cache.get("usual");

        for (int i = 0; i < 100; i++) {
            cache.put("a" + i, i);
        }

        assertThat(cache.get("usual")).isEqualTo(7);
        assertThat(cache.get("usual")).isEqualTo(7);
    }

    @Test
    void whatTwoThreadsFoundAtOnceIsKeptOnce() {
        cache.put("usual", 7);
        cache.get("usual");
        cache.put("usual", 7);

        assertThat(cache.size()).isEqualTo(1);
    }
}
