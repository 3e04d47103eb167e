package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database's server dies without a warning, and comes back.
@Tag("slow")
final class DatabaseKilledUnderLoadIT {

    private static final int KILLS = 3;
    private static final int WAITING = 8_000;

    @TempDir
    private Path temporary;

    private final Random chance = Chance.of(getClass());
    private final int port = RunningApp.freePort();
    private KillableDatabase database;

    @BeforeEach
    void aDatabase() {
        database = KillableDatabase.in(temporary.resolve("database"));
    }

    @AfterEach
    void itGoes() {
        database.close();
    }

    @Test
    void noReaderNoticesAndEveryHitIsRecordedOnceWithTheTimeOfItsRequest() throws Exception {
        try (RunningApp app = start("100").awaitReady();
                var load = PixelLoad.on(port, app.tracks(5), "reader")) {
            for (int kill = 0; kill < KILLS; kill++) {
                database.awaitMoreOpensThan(database.opens() + chance.nextInt(500));
                database.kill();
                load.awaitAnswers(1 + chance.nextInt(1_500));
                database.comeBack();
            }
            load.awaitAnswers(100);
            load.stop();
            app.stopWithNothingLeft();

            load.assertThatAllWasAnswered();
            RecordedOpens.in(database::connect).assertThatEachIsThereOnce(load);
        }
    }

    @Test
    void whatWaitsForItIsRecordedOnceThoughTheServiceWasKilledMeanwhileAndItDiesInTheMiddle() throws Exception {
        try (var load = firstLifeWithoutDatabase();
                RunningApp app = start("20")) {
            load.awaitAnswers(WAITING / 2);
            load.stop();
            assertThat(app.get("/health").statusCode()).isEqualTo(503);
            assertThat(app.get("/health/readiness").statusCode()).isEqualTo(200);
            killInTheMiddle();
            database.comeBack();
            app.awaitReady().stopWithNothingLeft();

            load.assertThatAllAnswersWereTheImage();
            RecordedOpens.in(database::connect).assertThatEachIsThereOnce(load);
        }
    }

    private PixelLoad firstLifeWithoutDatabase() throws Exception {
        try (RunningApp app = start("20").awaitReady()) {
            List<String> tracks = app.tracks(5);
            database.kill();
            var load = PixelLoad.on(port, tracks, "reader");
            load.awaitAnswers(WAITING / 2);
            app.kill();
            return load;
        }
    }

    private void killInTheMiddle() throws Exception {
        long recorded = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            database.comeBack();
            recorded = database.awaitMoreOpensThan(recorded + chance.nextInt(WAITING / KILLS / 2));
            database.kill();
            assertThat(recorded).isLessThan(WAITING);
        }
    }

    private RunningApp start(String batchSize) throws IOException {
        return new RunningApp.Start(temporary.resolve("app"))
                .onPort(port)
                .withoutDatabaseServer()
                .with("DATABASE_URL", database.url())
                .with("MAILTRACK_BATCH_SIZE", batchSize)
                .with("MAILTRACK_FLUSH_INTERVAL", "10ms")
                .with("MAILTRACK_STOP_TIMEOUT", "50s")
                .now();
    }
}
