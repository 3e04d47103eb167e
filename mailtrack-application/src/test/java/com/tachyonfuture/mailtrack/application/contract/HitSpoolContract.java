package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link HitSpool} does. */
public interface HitSpoolContract {

    /** An empty spool with room for so many hits. */
    HitSpool spool(int room);

    @Test
    default void hitsComeOutInTheOrderTheyWentIn() {
        HitSpool spool = spool(100);
        append(spool, 1, 2, 3);

        Batch first = spool.next(2);

        assertThat(first.hits()).containsExactly(numbered(1), numbered(2));
        assertThat(first.end()).isEqualTo(first.start() + 2);
    }

    @Test
    default void whatIsNotAcknowledgedComesAgain() {
        HitSpool spool = spool(100);
        append(spool, 1, 2, 3);

        Batch first = spool.next(2);
        Batch again = spool.next(2);

        assertThat(again).isEqualTo(first);
    }

    @Test
    default void whatIsAcknowledgedDoesNotComeAgain() {
        HitSpool spool = spool(100);
        append(spool, 1, 2, 3);

        Batch first = spool.next(2);
        spool.acknowledge(first.end());
        Batch second = spool.next(10);

        assertThat(second.start()).isEqualTo(first.end());
        assertThat(second.hits()).containsExactly(numbered(3));
        assertThat(second.spool()).isEqualTo(first.spool());
    }

    @Test
    default void anEmptySpoolGivesAnEmptyBatch() {
        assertThat(spool(100).next(10).isEmpty()).isTrue();
    }

    @Test
    default void aFullSpoolRefusesHitsUntilThereIsRoomAgain() {
        HitSpool spool = spool(2);
        append(spool, 1, 2);

        assertThat(receipt(spool, numbered(3))).isEqualTo(Receipt.FULL);
        assertThat(spool.depth()).isEqualTo(2);

        spool.acknowledge(spool.next(1).end());
        assertThat(receipt(spool, numbered(4))).isEqualTo(Receipt.KEPT);
        assertThat(spool.next(10).hits()).containsExactly(numbered(2), numbered(4));
    }

    @Test
    default void aClosedSpoolRefusesHitsAndGivesOutThoseItHas() {
        HitSpool spool = spool(100);
        append(spool, 1);

        spool.close();

        assertThat(receipt(spool, numbered(2))).isEqualTo(Receipt.FAILED);
        assertThat(spool.next(10).hits()).containsExactly(numbered(1));
        spool.acknowledge(spool.next(10).end());
        assertThat(spool.depth()).isZero();
    }

    @Test
    default void manyThreadsAppendWithoutLosingOrDoublingAHit() throws Exception {
        int threads = 4;
        int each = 500;
        HitSpool spool = spool(threads * each);
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread * each;
            writers.add(() -> {
                for (int i = first; i < first + each; i++) {
                    append(spool, i);
                }
                return each;
            });
        }

        var seen = new ArrayList<Hit>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> running = writers.stream().map(pool::submit).toList();
            while (running.stream().anyMatch(writer -> !writer.isDone()) || spool.depth() > 0) {
                Batch batch = spool.next(64);
                seen.addAll(batch.hits());
                spool.acknowledge(batch.end());
            }
            for (Future<Integer> writer : running) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(seen).hasSize(threads * each);
        assertThat(new HashSet<>(seen)).hasSize(threads * each);
    }

    private static void append(HitSpool spool, int... numbers) {
        for (int number : numbers) {
            assertThat(receipt(spool, numbered(number))).isEqualTo(Receipt.KEPT);
        }
    }

    private static Receipt receipt(HitSpool spool, Hit hit) {
        return spool.append(hit).toCompletableFuture().join();
    }

    private static Hit numbered(int number) {
        return hit(track(1), NOON.plusSeconds(number));
    }
}
