package com.tachyonfuture.mailtrack.app.stats;

import com.tachyonfuture.mailtrack.mysql.stats.NumbersRebuild;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Counts all kept numbers anew for the operator, and tells how it goes.
public final class RebuildAnswer {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final NumbersRebuild rebuild;
    private final PrintStream out;
    private final PrintStream progress;
    private final LongSupplier nanoClock;

    /// @param progress where a person is told how it goes
    /// @param nanoClock nanoseconds since any moment
    public RebuildAnswer(NumbersRebuild rebuild, PrintStream out, PrintStream progress, LongSupplier nanoClock) {
        this.rebuild = rebuild;
        this.out = out;
        this.progress = progress;
        this.nanoClock = nanoClock;
    }

    /// Whether it was done, which it is.
    public boolean rebuild() {
        progress.println("If this is interrupted, run it again: what was counted stays right.");
        rebuild.run(new Report());
        out.println("All numbers were counted anew.");
        return true;
    }

    private final class Report implements NumbersRebuild.Progress {

        private long reportedAt = nanoClock.getAsLong();

        @Override
        public void tracks(long done) {
            report("Tracks counted so far: about %d.%n", done);
        }

        @Override
        public void recipients(long done) {
            report("Tracks counted for their recipients so far: about %d.%n", done);
        }

        @Override
        public void day(Instant day) {
            report("Numbers over all tracks counted up to: %s.%n", LocalDate.ofInstant(day, ZoneOffset.UTC));
        }

        private void report(String sentence, Object how) {
            long now = nanoClock.getAsLong();
            if (now - reportedAt >= BETWEEN_REPORTS.toNanos()) {
                progress.printf(Locale.ROOT, sentence, how);
                reportedAt = now;
            }
        }
    }
}
