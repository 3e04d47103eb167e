package com.tachyonfuture.mailtrack.app.process;

import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service dies without a warning while readers come, and each time it starts again with what it finds.
@Tag("slow")
final class KilledUnderLoadIT {

    private static final int KILLS = 10;
    private static final int MOST_ANSWERS_OF_A_LIFE = 2_000;

    @TempDir
    private Path temporary;

    private final Random chance = Chance.of(getClass());
    private final int port = RunningApp.freePort();

    @Test
    void whatWasAcknowledgedIsRecordedOnceHoweverOftenTheServiceIsKilled() throws Exception {
        try (var database = TestDatabase.fresh();
                var load = firstLife(database)) {
            for (int life = 1; life < KILLS; life++) {
                try (RunningApp app = start(database)) {
                    killSoon(app, load);
                }
            }
            try (RunningApp app = start(database)) {
                load.awaitAnswers(100);
                load.stop();
                app.awaitReady().stopWithNothingLeft();
            }
            load.assertThatAllAnswersWereTheImage();
            RecordedOpens.in(database::connect).assertThatEachIsThereOnce(load);
        }
    }

    private PixelLoad firstLife(TestDatabase database) throws Exception {
        try (RunningApp app = start(database).awaitReady()) {
            var load = PixelLoad.on(port, app.tracks(5), "reader");
            killSoon(app, load);
            return load;
        }
    }

    private void killSoon(RunningApp app, PixelLoad load) throws InterruptedException {
        load.awaitAnswers(1 + chance.nextInt(MOST_ANSWERS_OF_A_LIFE));
        app.kill();
    }

    private RunningApp start(TestDatabase database) throws IOException {
        return new RunningApp.Start(temporary)
                .onPort(port)
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database))
                .with("MAILTRACK_FLUSH_INTERVAL", "10ms")
                .with("MAILTRACK_STOP_TIMEOUT", "50s")
                .now();
    }
}
