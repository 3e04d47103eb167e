package com.tachyonfuture.mailtrack.app.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PlaceLoopTest {

    @Test
    void itLooksAgainAndAgainAlsoAfterAFault() throws InterruptedException {
        var looks = new CountDownLatch(3);
        var loop = new PlaceLoop(
                () -> {
                    looks.countDown();
                    throw new IllegalStateException("a fault of this test");
                },
                Duration.ofMillis(1));

        loop.start();
        boolean looked = looks.await(30, TimeUnit.SECONDS);
        loop.stop();

        assertThat(looked).isTrue();
    }
}
