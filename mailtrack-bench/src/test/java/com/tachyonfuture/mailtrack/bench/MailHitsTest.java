package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MailHitsTest {

    private static final int HITS = 10_000;

    private static final List<String> IDS =
            IntStream.range(0, 1_000).mapToObj(number -> "t" + number).toList();

    private static final MailHits MAIL = MailHits.untilNow(IDS, HITS);

    private static int trackOf(int hit) {
        return IDS.indexOf(MAIL.hit(hit).trackId().value());
    }

    @Test
    void nothingIsFetchedBeforeItIsSent() {
        assertThat(IntStream.range(0, HITS))
                .allMatch(hit -> !MAIL.hit(hit).receivedAt().isBefore(MAIL.createdAt(trackOf(hit))));
    }

    @Test
    void mostIsFetchedSoonAndSomeOfItLate() {
        long late = IntStream.range(HITS / 2, HITS)
                .filter(hit -> trackOf(hit) < hit / 10 - 20)
                .count();

        assertThat(late).isBetween(HITS / 2 / 10L, HITS / 2 / 4L);
    }

    @Test
    void nearlyAllTracksAreFetched() {
        assertThat(IntStream.range(0, HITS)
                        .map(MailHitsTest::trackOf)
                        .distinct()
                        .count())
                .isGreaterThan(950);
    }
}
