package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.app.process.CuttingProxy.Mood;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power fails while a hit is written: the end of the spool is not what it should be. A killed process alone
/// leaves no such end, so it is made by hand.
@Tag("slow")
final class TornRecordIT {

    private static final int HITS = 50;

    /// Within the last record, whatever it holds.
    private static final int SHORTEST_RECORD = 33;

    @TempDir
    private Path temporary;

    private final Random chance = Chance.of(getClass());
    private final int port = RunningApp.freePort();

    /// What the disk made of the last bytes, from where the file stands.
    private interface Damage {
        void upTo(long end, RandomAccessFile segment) throws IOException;
    }

    @Test
    void allHitsBeforeATornOneAreRecordedAndThoseAfterTheNextStartToo() throws Exception {
        try (var database = TestDatabase.fresh();
                var proxy = CuttingProxy.before(database, chance)) {
            String track;
            List<String> whole;
            try (RunningApp app = start(proxy).awaitReady()) {
                track = app.track("Offer");
                proxy.become(Mood.REFUSES);
                whole = new ArrayList<>(hitsBeforeATornOne(app, track, "never written", TornRecordIT::zeros));
            }
            try (RunningApp app = start(proxy).awaitListening()) {
                assertThat(app.output()).contains("it was cut, at byte");
                whole.addAll(hitsBeforeATornOne(app, track, "wrong", TornRecordIT::wrongBytes));
            }
            try (RunningApp app = start(proxy).awaitListening()) {
                assertThat(app.output()).contains("it was cut, at byte");
                whole.addAll(fetch(track, "after all"));
                proxy.become(Mood.LETS_PASS);
                app.awaitReady().stopWithNothingLeft();
            }
            var recorded = RecordedOpens.in(database::connect);
            assertThat(recorded.rows()).extracting(RecordedOpens.Row::marker).isEqualTo(whole);
            recorded.assertThatTheyAreCounted();
        }
    }

    private List<String> hitsBeforeATornOne(RunningApp app, String track, String name, Damage damage) throws Exception {
        List<String> hits = fetch(track, name);
        app.kill();
        try (var segment = new RandomAccessFile(newestSegment().toFile(), "rw")) {
            long end = endOf(segment);
            segment.seek(end - 1 - chance.nextInt(SHORTEST_RECORD - 1));
            damage.upTo(end, segment);
        }
        return hits.subList(0, HITS - 1);
    }

    private static void zeros(long end, RandomAccessFile segment) throws IOException {
        segment.write(new byte[(int) (end - segment.getFilePointer())]);
    }

    private static void wrongBytes(long end, RandomAccessFile segment) throws IOException {
        while (segment.getFilePointer() < end) {
            int right = segment.read();
            segment.seek(segment.getFilePointer() - 1);
            segment.write(~right);
        }
    }

    private List<String> fetch(String track, String name) throws IOException {
        var markers = new ArrayList<String>();
        try (var connection = PixelConnection.to(port)) {
            for (int i = 0; i < HITS; i++) {
                markers.add(name + " " + i);
                connection.fetch(track, markers.getLast(), "");
            }
        }
        return markers;
    }

    private Path newestSegment() throws IOException {
        try (var files = Files.list(temporary.resolve("data/spool"))) {
            return files.filter(file -> file.toString().endsWith(".hits"))
                    .max(Comparator.comparing(Path::getFileName))
                    .orElseThrow();
        }
    }

    /// Behind the last byte that is not zero; no hit of this test ends with a zero.
    private static long endOf(RandomAccessFile segment) throws IOException {
        byte[] all = new byte[(int) segment.length()];
        segment.readFully(all);
        int end = all.length;
        while (all[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private RunningApp start(CuttingProxy proxy) throws IOException {
        return new RunningApp.Start(temporary)
                .onPort(port)
                .withoutDatabaseServer()
                .with("DATABASE_URL", proxy.url())
                .with("MAILTRACK_STOP_TIMEOUT", "50s")
                .now();
    }
}
