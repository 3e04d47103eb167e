package com.tachyonfuture.mailtrack.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.health.CheckHealth;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SharedHealthTest {

    private final AtomicInteger probes = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final SharedHealth health = new SharedHealth(new CheckHealth(this::probe, Optional::empty), nanos::get);

    private Optional<String> probe() {
        try {
            hanging.await();
            return Optional.of("Probe " + probes.incrementAndGet() + ".");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whileAProbeHangsNobodyStartsAnother() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<CheckHealth.Health>>();
            for (int i = 0; i < 50; i++) {
                asked.add(threads.submit(health::now));
            }
            hanging.countDown();

            for (var answer : asked) {
                assertThat(answer.get().problems()).containsExactly("Probe 1.");
            }
        }
        assertThat(probes).hasValue(1);
    }

    @Test
    void anAnswerIsSharedForASecondAndNotLonger() {
        hanging.countDown();
        health.now();

        nanos.addAndGet(999_999_999);
        assertThat(health.now().problems()).containsExactly("Probe 1.");
        nanos.addAndGet(1);
        assertThat(health.now().problems()).containsExactly("Probe 2.");
    }
}
