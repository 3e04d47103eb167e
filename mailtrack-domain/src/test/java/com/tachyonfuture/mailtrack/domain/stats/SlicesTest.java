package com.tachyonfuture.mailtrack.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.domain.stats.Range.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SlicesTest {

    private static final List<Level> LEVELS = List.of(Level.values());
    private static final List<Level> WITHOUT_HOURS = List.of(Level.QUARTER, Level.DAY, Level.MONTH);

    @Test
    void aRangeConsistsOfAFewStretchesOfWholePieces() {
        var range = new Range(Instant.parse("2026-01-30T22:45:00Z"), Instant.parse("2026-04-02T01:15:00Z"));

        assertThat(range.parts(LEVELS))
                .containsExactly(
                        part(Level.QUARTER, "2026-01-30T22:45:00Z", "2026-01-30T23:00:00Z"),
                        part(Level.HOUR, "2026-01-30T23:00:00Z", "2026-01-31T00:00:00Z"),
                        part(Level.DAY, "2026-01-31T00:00:00Z", "2026-02-01T00:00:00Z"),
                        part(Level.MONTH, "2026-02-01T00:00:00Z", "2026-04-01T00:00:00Z"),
                        part(Level.DAY, "2026-04-01T00:00:00Z", "2026-04-02T00:00:00Z"),
                        part(Level.HOUR, "2026-04-02T00:00:00Z", "2026-04-02T01:00:00Z"),
                        part(Level.QUARTER, "2026-04-02T01:00:00Z", "2026-04-02T01:15:00Z"));
    }

    private static Part part(Level level, String from, String to) {
        return new Part(level, new Range(Instant.parse(from), Instant.parse(to)));
    }

    @Test
    void partsFollowOneAnotherAndConsistOfWholePieces() {
        var random = new Random(21);
        for (int i = 0; i < 2_000; i++) {
            Instant from = Instant.ofEpochSecond(random.nextLong(2_000_000) * 900);
            var range = new Range(from, from.plusSeconds(random.nextLong(200_000) * 900));
            for (List<Level> levels : List.of(LEVELS, WITHOUT_HOURS)) {
                List<Part> parts = range.parts(levels);

                assertThat(parts.size()).isLessThanOrEqualTo(levels.size() * 2 - 1);
                Instant at = range.from();
                for (Part part : parts) {
                    assertThat(part.range().from()).isEqualTo(at);
                    assertThat(part.level().start(at)).isEqualTo(at);
                    at = part.range().to();
                    assertThat(part.level().start(at)).isEqualTo(at);
                }
                assertThat(at).isEqualTo(range.to());
            }
        }
    }

    @Test
    void daysOfAZoneOfWholeHoursAreOneStretchOfHours() {
        var calendar = new LocalCalendar(ZoneId.of("Europe/Berlin"));
        Slices days = calendar.slices(Days.until(LocalDate.of(2026, 11, 20), 92), Unit.DAY);

        assertThat(days.parts(LEVELS)).containsExactly(new Part(Level.HOUR, days.whole()));
    }

    @Test
    void noPieceLiesInTwoSlices() {
        var calendar = new LocalCalendar(ZoneId.of("Asia/Kathmandu"));
        Slices months = calendar.slices(Days.until(LocalDate.of(2026, 11, 20), 900), Unit.MONTH);

        for (Part part : months.parts(LEVELS)) {
            for (Instant at = part.range().from();
                    at.isBefore(part.range().to());
                    at = part.level().next(at)) {
                Instant last = part.level().next(at).minusNanos(1);
                assertThat(months.indexOf(last)).isEqualTo(months.indexOf(at)).isNotNegative();
            }
        }
    }

    @Test
    void aMomentOutsideLiesInNone() {
        var slices = new Slices(List.of(Instant.EPOCH, Instant.ofEpochSecond(900), Instant.ofEpochSecond(3600)));

        assertThat(slices.indexOf(Instant.EPOCH.minusNanos(1))).isEqualTo(-1);
        assertThat(slices.indexOf(Instant.EPOCH)).isZero();
        assertThat(slices.indexOf(Instant.ofEpochSecond(899))).isZero();
        assertThat(slices.indexOf(Instant.ofEpochSecond(900))).isEqualTo(1);
        assertThat(slices.indexOf(Instant.ofEpochSecond(3600))).isEqualTo(-1);
    }

    @Test
    void rangesAndSlicesBeginOnQuartersAndAscend() {
        Instant quarter = Instant.ofEpochSecond(900);
        assertThatThrownBy(() -> new Range(Instant.EPOCH, Instant.ofEpochSecond(901)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(quarter, Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slices(List.of(quarter, quarter))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Slices(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
