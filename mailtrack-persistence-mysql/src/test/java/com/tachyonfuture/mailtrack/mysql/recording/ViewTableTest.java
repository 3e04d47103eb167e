package com.tachyonfuture.mailtrack.mysql.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ViewTableTest {

    private record Seen(long viewer, long time) {}

    /// Few viewers and times, so that most are met again.
    @Test
    void itFindsWhatASetOfAllFinds() {
        var random = new Random(7);
        var table = new ViewTable();
        Set<Seen> all = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            long viewer = random.nextLong(-250, 250);
            long time = random.nextLong(-50, 50);
            boolean expected = all.stream().anyMatch(seen -> seen.viewer == viewer && Math.abs(seen.time - time) <= 3);

            assertThat(table.isNear(viewer, time, 3)).isEqualTo(expected);

            if (random.nextInt(10) == 0) {
                table.add(viewer, time);
                all.add(new Seen(viewer, time));
            }
        }
        assertThat(table.size()).isEqualTo(all.size());
    }

    @Test
    void ofOneViewerTheLatestAreKept() {
        var table = new ViewTable();
        for (int time = 0; time < 1_000; time++) {
            table.add(0, time);
        }

        assertThat(table.size()).isEqualTo(128);
        assertThat(table.isNear(0, 999, 0)).isTrue();
        assertThat(table.isNear(0, 872, 0)).isTrue();
        assertThat(table.isNear(0, 871, 0)).isFalse();
    }

    @Test
    void whatIsClearedKnowsNobodyAndTakesAsManyAgain() {
        var table = new ViewTable();
        fill(table, 0);
        table.clear();

        assertThat(table.size()).isZero();
        assertThat(IntStream.range(0, 1_000)).noneMatch(viewer -> table.isNear(viewer, 0, 0));

        fill(table, 1);
        assertThat(table.size()).isEqualTo(1_000);
        assertThat(IntStream.range(0, 1_000))
                .allMatch(viewer -> table.isNear(viewer, 1, 0) && !table.isNear(viewer, 0, 0));
    }

    private static void fill(ViewTable table, long time) {
        IntStream.range(0, 1_000).forEach(viewer -> table.add(viewer, time));
    }
}
