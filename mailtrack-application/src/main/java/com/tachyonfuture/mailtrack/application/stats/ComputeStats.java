package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.stats.port.Totals;
import java.util.Optional;

/** The numbers over all tracks. */
public final class ComputeStats {

    /** The numbers at one moment. */
    public record Result(Counts counts, Optional<RecentRead> latestRead) {}

    private final Totals totals;
    private final Opens opens;

    public ComputeStats(Totals totals, Opens opens) {
        this.totals = totals;
        this.opens = opens;
    }

    public Result now() {
        return new Result(totals.current(), opens.latestRead());
    }
}
