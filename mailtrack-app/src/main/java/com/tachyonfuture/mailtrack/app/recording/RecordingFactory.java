package com.tachyonfuture.mailtrack.app.recording;

import com.tachyonfuture.mailtrack.app.database.DatabaseConnection;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpenLog;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpens;
import com.tachyonfuture.mailtrack.mysql.recording.OpenRows;
import com.tachyonfuture.mailtrack.outbound.recording.MemoryHitSpool;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/// Makes the use cases of recording and what they need.
@Factory
final class RecordingFactory {

    /// The part of the heap that waiting hits may take.
    private static final int SHARE_OF_MEMORY = 4;

    /// What waits in memory is gone with this process, so its positions belong to this process alone.
    @Singleton
    HitSpool hitSpool(Settings settings) {
        return new MemoryHitSpool(
                "memory-" + UUID.randomUUID(),
                settings.recording().spoolLimit(),
                Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    @Singleton
    HitCounts hitCounts() {
        return new HitCounts();
    }

    @Singleton
    RecordOpen recordOpen(HitSpool spool, HitCounts counts) {
        return new RecordOpen(spool, InstantSource.system(), counts);
    }

    @Singleton
    OpenLog openLog(Database database) {
        return new MysqlOpenLog(database);
    }

    @Singleton
    Opens opens(Database database, OpenRows rows) {
        return new MysqlOpens(database, rows);
    }

    @Singleton
    FindOpens findOpens(Tracks tracks, Opens opens) {
        return new FindOpens(tracks, opens);
    }

    @Singleton
    DrainLoop drainLoop(HitSpool spool, OpenLog log, HitCounts counts, Settings settings, DatabaseConnection database) {
        var drainHits = new DrainHits(spool, log, counts, settings.recording().batchSize());
        var losses = new LossReport(counts, InstantSource.system());
        return new DrainLoop(drainHits, settings.recording().flushInterval(), losses, database::revive);
    }
}
