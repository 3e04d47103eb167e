package com.tachyonfuture.mailtrack.web.problem;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says that there is no memory for what comes over connections, once a minute at most: strangers decide how often it
/// happens, so they must not decide how much is logged.
final class MemoryShortage {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryShortage.class);

    private static final long BETWEEN_REPORTS = Duration.ofMinutes(1).toNanos();

    private static final AtomicLong LAST_REPORT = new AtomicLong(System.nanoTime() - BETWEEN_REPORTS);

    private MemoryShortage() {}

    static void report(OutOfMemoryError shortage) {
        long now = System.nanoTime();
        long last = LAST_REPORT.get();
        if (now - last >= BETWEEN_REPORTS && LAST_REPORT.compareAndSet(last, now)) {
            LOG.error(
                    "There is no memory left for what comes over connections, so some are closed ({}). This is said"
                            + " once a minute at most.",
                    shortage.getMessage());
        }
    }
}
