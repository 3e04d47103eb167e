package com.tachyonfuture.mailtrack.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HitPaceTest {

    private static final long SECOND = 1_000_000_000;

    private long fullAt;

    /** How many of so many hits are allowed at this moment. */
    private int allowed(HitPace pace, int hits, long now) {
        int count = 0;
        for (int i = 0; i < hits; i++) {
            if (pace.allows(fullAt, now)) {
                fullAt = pace.fullAtAfterHit(fullAt, now);
                count++;
            }
        }
        return count;
    }

    @ParameterizedTest(name = "{0} a second, {1} at once: {3} of 1000 hits {2} ms after the bucket was emptied")
    @CsvSource({
        "60, 600, 0, 0",
        "60, 600, 16, 0",
        "60, 600, 17, 1",
        "60, 600, 1000, 60",
        "60, 600, 9999, 599",
        "60, 600, 10000, 600",
        "60, 600, 3600000, 600",
        "1, 1, 999, 0",
        "1, 1, 1000, 1",
        "1, 1, 5000, 1",
        "1000, 10, 5, 5",
        "1000, 10, 1000, 10",
        "1, 500, 499000, 499",
    })
    void anEmptyBucketFillsAtThePaceAndNeverOverflows(int perSecond, int burst, long after, int expected) {
        var pace = new HitPace(perSecond, burst);

        assertThat(allowed(pace, 1_000, 0)).isEqualTo(burst);
        assertThat(allowed(pace, 1_000, after * 1_000_000)).isEqualTo(expected);
    }

    @Test
    void whoKeepsThePaceIsNeverRefused() {
        var pace = new HitPace(100, 1);

        for (int i = 0; i < 1_000; i++) {
            assertThat(allowed(pace, 1, i * SECOND / 100)).isOne();
        }
    }

    @Test
    void theRefusedHitsCostNothing() {
        var pace = new HitPace(1, 2);
        allowed(pace, 100_000, 0);

        assertThat(allowed(pace, 5, 2 * SECOND)).isEqualTo(2);
    }

    @Test
    void aClockThatJumpsBackMakesABucketFullAndLimitsAsBefore() {
        var pace = new HitPace(10, 100);
        allowed(pace, 1_000, 3_600 * SECOND);

        assertThat(allowed(pace, 1_000, 0)).isEqualTo(100);
        assertThat(allowed(pace, 1_000, SECOND)).isEqualTo(10);
    }

    @Test
    void aClockThatIsReadALittleLateFillsNoBucket() {
        var pace = new HitPace(10, 100);
        allowed(pace, 1_000, 100 * SECOND);

        assertThat(allowed(pace, 1_000, 95 * SECOND)).isZero();
        assertThat(allowed(pace, 1_000, 101 * SECOND)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1000001, 1", "1, 1000001"})
    void paceAndBurstAreFromOneToAMillion(int perSecond, int burst) {
        assertThatIllegalArgumentException().isThrownBy(() -> new HitPace(perSecond, burst));
    }

    @Test
    void theSlowestAndTheFastestPaceWork() {
        assertThat(allowed(new HitPace(1, HitPace.MOST), HitPace.MOST + 1, 0)).isEqualTo(HitPace.MOST);
        fullAt = 0;
        assertThat(allowed(new HitPace(HitPace.MOST, HitPace.MOST), HitPace.MOST + 1, 0))
                .isEqualTo(HitPace.MOST);
    }
}
