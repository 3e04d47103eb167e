package com.tachyonfuture.mailtrack.application.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FollowReadsTest extends InMemoryStorageFixture {

    private static final Instant NOW = Instant.parse("2026-11-20T18:20:00Z");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private final FollowReads followReads = new FollowReads(numbers(), InstantSource.fixed(NOW));
    private int recorded;

    private void open(int track, Verdict verdict, String at) {
        openLog().write(batch(recorded++, hit(track(track), Instant.parse(at))), judge(verdict));
    }

    @Test
    void countsTheReadsOfFourteenDaysAsTheOwnerHasThem() {
        tracks().add(track(1));
        open(1, Verdict.HUMAN, "2026-11-07T17:59:00Z");
        open(1, Verdict.HUMAN, "2026-11-07T18:15:00Z");
        open(1, Verdict.HUMAN, "2026-11-19T18:16:00Z");
        open(1, Verdict.HUMAN, "2026-11-20T18:16:00Z");
        open(1, Verdict.SCANNER, "2026-11-20T18:17:00Z");

        assertThat(followReads.of(List.of(id(1)), KATHMANDU).get(id(1)))
                .containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L);
    }

    @Test
    void tellsTracksApart() {
        tracks().add(track(1));
        tracks().add(track(2));
        open(2, Verdict.HUMAN, "2026-11-20T18:16:00Z");

        var reads = followReads.of(List.of(id(1), id(2)), KATHMANDU);

        assertThat(reads.get(id(1))).hasSize(FollowReads.DAYS).containsOnly(0L);
        assertThat(reads.get(id(2))).endsWith(1L);
    }

    @Test
    void countsWhatWasSentAndReadInTheWeeksOfAYearAsTheOwnerHasThem() {
        tracks().add(track(1, Instant.parse("2026-11-15T18:15:00Z")));
        tracks().add(track(2, Instant.parse("2026-11-15T18:14:59Z")));
        tracks().add(track(3, Instant.parse("2025-01-01T00:00:00Z")));
        open(1, Verdict.HUMAN, "2026-11-16T00:00:00Z");
        open(2, Verdict.HUMAN, "2026-11-20T18:16:00Z");
        open(3, Verdict.HUMAN, "2025-11-23T18:14:00Z");
        open(3, Verdict.HUMAN, "2025-11-30T18:14:00Z");
        open(3, Verdict.SCANNER, "2026-11-20T18:16:00Z");

        var weeks = followReads.weeks(
                List.of(id(1), id(2), id(3)).stream()
                        .map(id -> tracks().find(id).orElseThrow())
                        .toList(),
                KATHMANDU);

        assertThat(weeks).hasSize(FollowReads.WEEKS);
        assertThat(weeks.get(0)).isEqualTo(new FollowReads.Week(Instant.parse("2025-11-23T18:15:00Z"), 0, 1));
        assertThat(weeks.get(FollowReads.WEEKS - 1))
                .isEqualTo(new FollowReads.Week(Instant.parse("2026-11-15T18:15:00Z"), 1, 2));
        assertThat(weeks.get(FollowReads.WEEKS - 2).sent()).isEqualTo(1);
    }
}
