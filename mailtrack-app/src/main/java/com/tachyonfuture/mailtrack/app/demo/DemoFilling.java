package com.tachyonfuture.mailtrack.app.demo;

import com.tachyonfuture.mailtrack.app.StartFailure;
import com.tachyonfuture.mailtrack.application.demo.FillWithSamples;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// Fills in the sample data of today.
public final class DemoFilling {

    private static final long SEED = 7;

    private final FillWithSamples fillWithSamples;
    private final InstantSource clock;
    private final ZoneId zone;

    /// @param zone of the owner, whose working hours are those of the sample data
    DemoFilling(FillWithSamples fillWithSamples, InstantSource clock, ZoneId zone) {
        this.fillWithSamples = fillWithSamples;
        this.clock = clock;
        this.zone = zone;
    }

    /// Fills them in unless they are there, and says so.
    ///
    /// @throws StartFailure when there are tracks of the owner's
    public void now(PrintStream out) {
        Instant now = clock.instant();
        String spool = "samples-" + now.toEpochMilli();
        switch (fillWithSamples.with(SampleMails.until(now, zone, SEED), spool)) {
            case FillWithSamples.Filled(int tracks, int opens) ->
                out.println("Filled in sample data: " + tracks + " tracks, " + opens
                        + " opens. \"demo --remove\" removes them.");
            case FillWithSamples.ThereAlready() -> out.println("There are sample data already.");
            case FillWithSamples.NotEmpty() ->
                throw new StartFailure(
                        "--demo: this database has tracks of your own, so no sample data were filled in."
                                + " MAILTRACK_DATA_DIR or DATABASE_URL choose another database for them.",
                        null);
        }
    }
}
