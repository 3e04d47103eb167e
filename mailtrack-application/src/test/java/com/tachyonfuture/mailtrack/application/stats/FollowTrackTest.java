package com.tachyonfuture.mailtrack.application.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FollowTrackTest extends InMemoryStorageFixture {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private final FollowTrack followTrack = new FollowTrack(numbers());
    private int recorded;

    private void create(String at) {
        tracks().add(track(1, Instant.parse(at)));
    }

    private void open(Verdict verdict, String at) {
        openLog().write(batch(recorded++, hit(track(1), Instant.parse(at))), judge(verdict));
    }

    private Optional<FollowTrack.Course> course() {
        return followTrack.of(tracks().find(id(1)).orElseThrow(), KATHMANDU);
    }

    @Test
    void goesFromTheDayOfCreationToThatOfTheLastOpenAsTheOwnerHasThem() {
        create("2026-11-17T18:20:00Z");
        open(Verdict.PREFETCH, "2026-11-17T18:21:00Z");
        open(Verdict.HUMAN, "2026-11-19T18:14:00Z");
        open(Verdict.HUMAN, "2026-11-19T18:16:00Z");

        FollowTrack.Course course = course().orElseThrow();

        assertThat(course.unit()).isEqualTo(Unit.DAY);
        assertThat(course.points())
                .extracting(FollowTrack.Point::from)
                .containsExactly(
                        Instant.parse("2026-11-17T18:15:00Z"),
                        Instant.parse("2026-11-18T18:15:00Z"),
                        Instant.parse("2026-11-19T18:15:00Z"));
        assertThat(course.points()).extracting(point -> point.opens().opens()).containsExactly(1L, 1L, 1L);
        assertThat(course.points()).extracting(point -> point.opens().reads()).containsExactly(0L, 1L, 0L);
    }

    @Test
    void aSingleDayIsToldByTheHour() {
        create("2026-11-18T02:00:00Z");
        open(Verdict.HUMAN, "2026-11-18T03:00:00Z");

        FollowTrack.Course course = course().orElseThrow();

        assertThat(course.unit()).isEqualTo(Unit.HOUR);
        assertThat(course.points()).hasSize(24);
    }

    @Test
    void anOpenFromBeforeTheCreationIsNotLeftOut() {
        create("2026-11-18T02:00:00Z");
        open(Verdict.HUMAN, "2026-11-15T03:00:00Z");

        open(Verdict.HUMAN, "2026-11-18T03:00:00Z");

        assertThat(course().orElseThrow().points())
                .extracting(point -> point.opens().opens())
                .containsExactly(1L, 0L, 0L, 1L);
    }

    @Test
    void clocksThatWereWrongDoNotMakeItEndless() {
        create("0001-01-01T00:00:00Z");
        open(Verdict.HUMAN, "2026-11-15T03:00:00Z");

        FollowTrack.Course course = course().orElseThrow();

        assertThat(course.unit()).isEqualTo(Unit.MONTH);
        assertThat(course.points()).hasSizeLessThan(1_300);
    }

    @Test
    void beforeTheFirstOpenThereIsNothingToTell() {
        create("2026-11-18T02:00:00Z");

        assertThat(course()).isEmpty();
    }
}
