package com.tachyonfuture.mailtrack.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LookoutTest {

    @Test
    void itLooksAgainAndAgainAlsoAfterAFault() throws InterruptedException {
        var looks = new CountDownLatch(3);
        var lookout = new Lookout("faults of this test", Duration.ofMillis(1), () -> {
            looks.countDown();
            throw new IllegalStateException("a fault of this test");
        });

        lookout.start();
        boolean looked = looks.await(30, TimeUnit.SECONDS);
        lookout.stop();

        assertThat(looked).isTrue();
    }
}
