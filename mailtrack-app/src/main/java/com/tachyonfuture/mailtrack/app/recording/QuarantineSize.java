package com.tachyonfuture.mailtrack.app.recording;

import com.tachyonfuture.mailtrack.application.recording.ListQuarantine;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many hits are in quarantine, as last counted: once a minute, while the database can be asked. One
/// thread counts, many may read.
public final class QuarantineSize {

    private static final Logger LOG = LoggerFactory.getLogger(QuarantineSize.class);
    private static final Duration BETWEEN_COUNTS = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final ListQuarantine listQuarantine;
    private final Pause pause;
    private volatile OptionalLong lastCounted = OptionalLong.empty();

    QuarantineSize(ListQuarantine listQuarantine, LongSupplier nanoClock) {
        this.listQuarantine = listQuarantine;
        this.pause = new Pause(nanoClock);
    }

    /// Empty before the first count.
    public OptionalLong lastCounted() {
        return lastCounted;
    }

    /// Counts again, unless that was done just now. Says so when there are hits at the start.
    void refresh() {
        if (!pause.isOver()) {
            return;
        }
        try {
            count();
            pause.begin(BETWEEN_COUNTS);
        } catch (RuntimeException uncounted) {
            LOG.debug("The quarantine could not be counted", uncounted);
            pause.begin(AFTER_FAILURE);
        }
    }

    private void count() {
        boolean first = lastCounted.isEmpty();
        long hits = listQuarantine.count();
        lastCounted = OptionalLong.of(hits);
        if (first && hits > 0) {
            LOG.warn("Hits in quarantine: {}. The command quarantine shows them, and tries them again.", hits);
        }
    }
}
