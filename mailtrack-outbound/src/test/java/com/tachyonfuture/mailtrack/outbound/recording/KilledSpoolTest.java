package com.tachyonfuture.mailtrack.outbound.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a program that is killed has called kept is there when it starts again.
@Tag("slow")
final class KilledSpoolTest {

    private static final int KILLS = 10;
    private static final int NUMBERS_PER_LIFE = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void killedAtAnyMomentItHasEveryHitThatItCalledKeptOnceAndInOrder() throws Exception {
        var random = new Random(2026);
        List<String> reports = new CopyOnWriteArrayList<>();
        List<Integer> waiting = new ArrayList<>();

        for (int life = 0; life < KILLS; life++) {
            List<Integer> kept = keptUntilKilled(life * NUMBERS_PER_LIFE, random.nextInt(3_000));

            waiting.addAll(kept);
            if (random.nextBoolean()) {
                assertContainsOnceAndInOrder(takenOut(reports), waiting);
                waiting.clear();
            }
        }

        assertContainsOnceAndInOrder(takenOut(reports), waiting);
        assertThat(reports).allSatisfy(report -> assertThat(report).contains("was cut"));
    }

    /// Kills the program after it has told of so many hits; all it told of.
    private List<Integer> keptUntilKilled(int first, int hits) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProgram.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Integer> kept = new ArrayList<>();
        try (var lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = lines.readLine();
            while (line != null) {
                kept.add(Integer.valueOf(line));
                if (kept.size() > hits) {
                    // Not the process itself, which would close its output too.
                    program.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            program.destroyForcibly().waitFor();
        }
        kept.removeIf(number -> number < 0);
        assertThat(kept).hasSizeGreaterThan(hits);
        return kept;
    }

    private List<Integer> takenOut(List<String> reports) throws IOException {
        FileHitSpool spool = NumberedHits.open(folder, reports);
        try {
            List<Integer> numbers = new ArrayList<>();
            Map<String, Long> ends = new HashMap<>();
            Batch batch = spool.next(500);
            while (!batch.isEmpty()) {
                assertThat(batch.start()).isGreaterThanOrEqualTo(ends.getOrDefault(batch.spool(), 0L));
                ends.put(batch.spool(), batch.end());
                batch.hits().forEach(hit -> numbers.add(NumberedHits.numberOf(hit)));
                spool.acknowledge(batch.end());
                batch = spool.next(500);
            }
            return numbers;
        } finally {
            spool.release();
        }
    }

    private static void assertContainsOnceAndInOrder(List<Integer> found, List<Integer> kept) {
        assertThat(found).containsAll(kept).doesNotHaveDuplicates();
        for (int thread = 0; thread < AppendingProgram.THREADS; thread++) {
            int which = thread;
            assertThat(found.stream()
                            .filter(number -> number % NUMBERS_PER_LIFE % AppendingProgram.THREADS == which)
                            .toList())
                    .isSorted();
        }
    }
}
