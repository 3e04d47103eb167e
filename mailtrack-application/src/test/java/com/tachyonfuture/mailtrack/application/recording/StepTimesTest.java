package com.tachyonfuture.mailtrack.application.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.StepTimes.Taken;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class StepTimesTest {

    private final AtomicLong clock = new AtomicLong(1_000);
    private final StepTimes times = new StepTimes(clock::get);

    @Test
    void aStepTakesTheTimeSinceTheOneBefore() {
        StepTimes.Laps laps = times.begin();
        clock.addAndGet(30);
        laps.end(Step.READ, 2);
        clock.addAndGet(500);
        laps.end(Step.ACKNOWLEDGE, 2);
        laps.keep();

        assertThat(times.of(Step.READ)).isEqualTo(new Taken(1, 2, Duration.ofNanos(30)));
        assertThat(times.of(Step.ACKNOWLEDGE)).isEqualTo(new Taken(1, 2, Duration.ofNanos(500)));
    }

    @Test
    void timesAndHitsOfAllBatchesAreAddedUp() {
        for (int batch = 1; batch <= 3; batch++) {
            StepTimes.Laps laps = times.begin();
            clock.addAndGet(10);
            laps.end(Step.COMMIT, batch);
            laps.keep();
        }

        assertThat(times.of(Step.COMMIT)).isEqualTo(new Taken(3, 6, Duration.ofNanos(30)));
    }

    @Test
    void whatIsSkippedBelongsToNoStep() {
        StepTimes.Laps laps = times.begin();
        clock.addAndGet(1_000_000);
        laps.skip();
        clock.addAndGet(7);
        laps.end(Step.COUNT, 1);
        laps.keep();

        assertThat(times.of(Step.COUNT).total()).isEqualTo(Duration.ofNanos(7));
    }

    @Test
    void stepsThatWereTakenInVainCountOnceTheBatchHasMadeIt() {
        StepTimes.Laps laps = times.begin();
        clock.addAndGet(1_000_000);
        laps.end(Step.COUNT, 1);
        assertThat(times.of(Step.COUNT).batches()).isZero();

        laps.startOver();
        clock.addAndGet(7);
        laps.end(Step.COUNT, 1);
        laps.keep();

        assertThat(times.of(Step.COUNT)).isEqualTo(new Taken(1, 1, Duration.ofNanos(7)));
    }

    @Test
    void aStepThatWasNeverTakenHasTakenNoTime() {
        assertThat(times.of(Step.ROLL_UP)).isEqualTo(new Taken(0, 0, Duration.ZERO));
    }
}
