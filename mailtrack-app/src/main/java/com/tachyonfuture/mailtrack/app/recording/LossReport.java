package com.tachyonfuture.mailtrack.app.recording;

import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the operator, once a minute at most, that hits were not recorded and why. For one thread.
final class LossReport {

    private static final Logger LOG = LoggerFactory.getLogger(LossReport.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofMinutes(1);

    private static final Map<Fate, String> REASONS = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            Fate.LIMITED, "an address sent more than MAILTRACK_HITS_PER_SECOND and MAILTRACK_HITS_BURST allow",
            Fate.SHED_FULL, "as many wait already as MAILTRACK_SPOOL_LIMIT allows, or the disk can't keep up",
            Fate.SHED_FAILED, "the spool can't write",
            Fate.QUARANTINED, "recording them fails; the command quarantine shows them, and tries them again")));

    private final HitCounts counts;
    private final QuarantineSize quarantineSize;
    private final Map<Fate, Long> told = new EnumMap<>(Fate.class);
    private final Pause pause;

    LossReport(HitCounts counts, QuarantineSize quarantineSize, LongSupplier nanoClock) {
        this.counts = counts;
        this.quarantineSize = quarantineSize;
        this.pause = new Pause(nanoClock);
    }

    /// Says what was lost since it was last said, unless that was just now. Looks after the quarantine as well.
    void tell() {
        quarantineSize.refresh();
        if (pause.isOver()) {
            tellNow();
        }
    }

    /// Says what was lost since it was last said.
    void tellNow() {
        REASONS.forEach((fate, reason) -> {
            long lost = counts.of(fate) - told.getOrDefault(fate, 0L);
            if (lost > 0) {
                LOG.error("Hits that were not recorded: {}. Why: {}.", lost, reason);
                told.merge(fate, lost, Long::sum);
                pause.begin(BETWEEN_REPORTS);
            }
        });
    }
}
