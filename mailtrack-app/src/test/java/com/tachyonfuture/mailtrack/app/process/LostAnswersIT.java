package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.app.process.CuttingProxy.Mood;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The network between the service and its database breaks again and again, also between a commit and its answer.
@Tag("slow")
final class LostAnswersIT {

    @TempDir
    private Path temporary;

    private final int port = RunningApp.freePort();

    @Test
    void aCommitWhoseAnswerIsLostRecordsNothingTwiceAndOneThatIsLostItselfLosesNothing() throws Exception {
        try (var database = TestDatabase.fresh();
                var proxy = CuttingProxy.before(database, Chance.of(getClass()));
                RunningApp app = start(proxy).awaitReady();
                var load = PixelLoad.on(port, app.tracks(5), "reader")) {
            proxy.become(Mood.CUTS);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> proxy.lostAnswers() > 5 && proxy.lostCommits() > 5 && proxy.otherCuts() > 2);
            proxy.become(Mood.LETS_PASS);
            load.stop();
            app.stopWithNothingLeft();

            load.assertThatAllWasAnswered();
            assertThat(app.output()).contains("Recording waits", "Recording goes on");
            RecordedOpens.in(database::connect).assertThatEachIsThereOnce(load);
        }
    }

    private RunningApp start(CuttingProxy proxy) throws Exception {
        return new RunningApp.Start(temporary)
                .onPort(port)
                .withoutDatabaseServer()
                .with("DATABASE_URL", proxy.url())
                .with("MAILTRACK_FLUSH_INTERVAL", "10ms")
                .with("MAILTRACK_STOP_TIMEOUT", "50s")
                .now();
    }
}
