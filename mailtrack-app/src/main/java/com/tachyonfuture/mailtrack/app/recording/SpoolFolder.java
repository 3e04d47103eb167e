package com.tachyonfuture.mailtrack.app.recording;

import com.tachyonfuture.mailtrack.app.StartFailure;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.app.settings.SpoolSync;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Limits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where hits wait on disk, within the data folder.
public final class SpoolFolder {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final int SEGMENT = 16 * 1024 * 1024;

    /// More than a hit usually takes. Strangers choose how long one is.
    private static final long BYTES_PER_HIT = 512;

    private static final long LEAST_BYTES = 4L * SEGMENT;

    private SpoolFolder() {}

    /// Opens the spool.
    ///
    /// @throws StartFailure when the folder can't be used, or somebody else uses it
    public static FileHitSpool open(Settings settings) {
        Path folder = settings.dataDirectory().resolve("spool");
        try {
            FileHitSpool spool = FileHitSpool.open(folder, limits(settings), sync(settings), LOG::warn);
            spool.syncTime()
                    .ifPresent(time -> LOG.info(
                            "The spool's disk takes {} microseconds to keep a hit for good. Hits that wait: {}.",
                            time.toNanos() / 1_000,
                            spool.depth()));
            return spool;
        } catch (IOException e) {
            throw new StartFailure("MAILTRACK_DATA_DIR: the spool can't be opened: " + e.getMessage(), e);
        }
    }

    private static Limits limits(Settings settings) {
        long hits = settings.recording().spoolLimit();
        return new Limits(hits, Math.max(LEAST_BYTES, hits * BYTES_PER_HIT), SEGMENT);
    }

    private static Sync sync(Settings settings) {
        return settings.recording().spoolSync() == SpoolSync.ALWAYS ? Sync.ALWAYS : new Sync(INTERVAL);
    }
}
