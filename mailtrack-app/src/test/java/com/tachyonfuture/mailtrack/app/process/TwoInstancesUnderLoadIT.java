package com.tachyonfuture.mailtrack.app.process;

import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two instances on one database record opens of the same tracks, and each dies or is stopped
/// while the other goes on.
@Tag("slow")
final class TwoInstancesUnderLoadIT {

    /// So many that both instances often see the first open of one at the same time.
    private static final int TRACKS = 200;

    private static final int MOST_ANSWERS = 1_500;
    private static final int MOST_MILLIS_OF_A_STOP = 1_500;

    @TempDir
    private Path temporary;

    private final Random chance = Chance.of(getClass());
    private final int port = RunningApp.freePort();
    private final int otherPort = RunningApp.freePort();

    @Test
    void eachHitIsRecordedOnceAndTheSumsAreRightHoweverEitherEnds() throws Exception {
        try (var database = TestDatabase.fresh();
                var one = start("one", port, database);
                var other = start("other", otherPort, database)) {
            List<String> tracks = one.awaitReady().tracks(TRACKS);
            other.awaitReady();
            try (var load = PixelLoad.on(port, tracks, "reader of one");
                    var otherLoad = PixelLoad.on(otherPort, tracks, "reader of other")) {
                load.awaitAnswers(1 + chance.nextInt(MOST_ANSWERS));
                one.kill();
                otherLoad.awaitAnswers(1 + chance.nextInt(MOST_ANSWERS));
                try (var oneAgain = start("one", port, database)) {
                    load.awaitAnswers(1 + chance.nextInt(MOST_ANSWERS));
                    other.stopOrKillAfter(Duration.ofMillis(chance.nextInt(MOST_MILLIS_OF_A_STOP)));
                    load.awaitAnswers(1 + chance.nextInt(MOST_ANSWERS));
                    try (var otherAgain = start("other", otherPort, database)) {
                        otherLoad.awaitAnswers(1 + chance.nextInt(MOST_ANSWERS));
                        oneAgain.awaitReady().stopWithNothingLeft();
                        load.stop();
                        otherLoad.stop();
                        otherAgain.awaitReady().stopWithNothingLeft();
                    }
                }
                load.assertThatAllAnswersWereTheImage();
                otherLoad.assertThatAllAnswersWereTheImage();
                RecordedOpens.in(database::connect).assertThatEachIsThereOnce(load, otherLoad);
            }
        }
    }

    private RunningApp start(String name, int itsPort, TestDatabase database) throws IOException {
        return new RunningApp.Start(temporary.resolve(name))
                .onPort(itsPort)
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database))
                .with("MAILTRACK_FLUSH_INTERVAL", "10ms")
                .with("MAILTRACK_STOP_TIMEOUT", "50s")
                .now();
    }
}
