package com.tachyonfuture.mailtrack.application.classify;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.reviewer;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TrackReviewTest {

    private static final Origin ORIGIN = new Origin(null, null);
    private static final Reviewer HUMAN = reviewer(Verdict.HUMAN, 1);

    private final TrackReview review = new TrackReview(Duration.ofMinutes(15));

    private static Open open(long id, Instant at) {
        return Open.takenOver(id, id(1), at, "192.0.2.1", "x", null, null, null, null, null);
    }

    private List<Boolean> repeats(TrackReview.Page page) {
        return page.opens().stream().map(JudgedAgain::repeat).toList();
    }

    @Test
    void aRepeatOfTheLastPageIsOne() {
        var first = review.page(List.of(open(1, NOON)), ORIGIN, HUMAN);
        review.keep(first);

        var second = review.page(
                List.of(open(2, NOON.plusSeconds(60)), open(3, NOON.plus(Duration.ofMinutes(16)))), ORIGIN, HUMAN);

        assertThat(repeats(second)).containsExactly(true, false);
    }

    @Test
    void aPageThatWasNotKeptLeavesNothing() {
        var lost = review.page(List.of(open(1, NOON)), ORIGIN, HUMAN);
        var again = review.page(List.of(open(1, NOON)), ORIGIN, HUMAN);

        assertThat(repeats(again)).containsExactly(false).isEqualTo(repeats(lost));
    }

    @Test
    void whatCannotBeJudgedStillCountsToItsViewer() {
        var judged = review.page(List.of(open(1, NOON)), ORIGIN, HUMAN).opens().get(0);
        var stored = new Open(
                1,
                id(1),
                NOON,
                "192.0.2.1",
                "x",
                null,
                judged.open().signs(),
                judged.open().description(),
                judged.reviewed() == null ? null : judged.reviewed().judged().judgement(),
                false,
                null,
                null);

        var page = review.page(
                List.of(stored, open(2, NOON.plusSeconds(1))),
                ORIGIN,
                (open, origin) -> open.id() == 1 ? Optional.empty() : HUMAN.review(open, origin));

        assertThat(repeats(page)).containsExactly(false, true);
        assertThat(page.difference().failed()).isEqualTo(1);
    }

    @Test
    void aViewerIsForgottenOnlyAfterVeryManyOthers() {
        review.keep(review.page(List.of(open(1, NOON)), ORIGIN, HUMAN));

        review.keep(review.page(strangers(40_000), ORIGIN, HUMAN));
        assertThat(repeats(review.page(List.of(open(2, NOON)), ORIGIN, HUMAN))).containsExactly(true);

        review.keep(review.page(strangers(60_000), ORIGIN, HUMAN));
        assertThat(repeats(review.page(List.of(open(2, NOON)), ORIGIN, HUMAN))).containsExactly(false);
    }

    private static List<Open> strangers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Open.takenOver(
                        number, id(1), NOON, "198.51.100.1", "stranger " + number, null, null, null, null, null))
                .toList();
    }
}
