package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody else fills the disk that the data folder lies on, and makes room again later.
@Tag("slow")
final class FullDiskIT {

    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(60);

    /// Room for what is prepared at the start, and a little.
    private static final int MEGABYTES = 40;

    /// As long as may be kept, so that the prepared room is used up soon.
    private static final String LONG_REFERER = "\uD83D\uDCE8".repeat(2_000);

    private static final Pattern NOT_RECORDED = Pattern.compile("Hits that were not recorded: (\\d+)\\.");

    @TempDir
    private Path temporary;

    private final int port = RunningApp.freePort();

    @Test
    void theImageIsServedHitsAreShedAndCountedAndAllRecoversByItself() throws Exception {
        var disk = SmallDisk.at(temporary.resolve("data"), MEGABYTES);
        try (var database = TestDatabase.fresh();
                RunningApp app = start(disk, database).awaitReady()) {
            List<String> tracks = app.tracks(5);
            try (var before = PixelLoad.on(port, tracks, "before", LONG_REFERER);
                    var after = whenThereIsRoomAgain(app, disk, before, tracks)) {
                after.awaitAnswers(500);
                after.stop();
                app.stopWithNothingLeft();

                before.assertThatAllWasAnswered();
                after.assertThatAllWasAnswered();
                var recorded = RecordedOpens.in(database::connect);
                recorded.assertThatNoneIsThereTwice(before, after);
                recorded.assertThatNoneIsMissing(after);
                assertThat(shed(app))
                        .isPositive()
                        .isEqualTo(asked(before, after) - recorded.rows().size());
            }
        }
    }

    private PixelLoad whenThereIsRoomAgain(RunningApp app, SmallDisk disk, PixelLoad before, List<String> tracks)
            throws Exception {
        try (var _ = disk.filledFor(app)) {
            await().atMost(NOTICED_WITHIN).until(() -> app.get("/health").body().contains("Hits can't be kept"));
            assertThat(app.get("/health").statusCode()).isEqualTo(503);
            assertThat(app.get("/health/readiness").statusCode()).isEqualTo(200);
            before.awaitAnswers(500);
            before.stop();
        }
        await().atMost(NOTICED_WITHIN).until(() -> app.get("/health").statusCode() == 200);
        return PixelLoad.on(port, tracks, "after");
    }

    private static long asked(PixelLoad... loads) {
        return List.of(loads).stream().mapToLong(load -> load.fetches().size()).sum();
    }

    /// As the log tells it.
    private static long shed(RunningApp app) {
        return NOT_RECORDED
                .matcher(app.output())
                .results()
                .mapToLong(told -> Long.parseLong(told.group(1)))
                .sum();
    }

    private RunningApp start(SmallDisk disk, TestDatabase database) throws IOException {
        return new RunningApp.Start(temporary)
                .behind(disk.mounting())
                .onPort(port)
                .withoutDatabaseServer()
                .with("DATABASE_URL", RunningApp.databaseUrl(database))
                .with("MAILTRACK_STOP_TIMEOUT", "50s")
                .now();
    }
}
