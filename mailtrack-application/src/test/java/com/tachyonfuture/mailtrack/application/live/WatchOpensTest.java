package com.tachyonfuture.mailtrack.application.live;

import static com.tachyonfuture.mailtrack.application.live.WatchOpens.MOST_READ;
import static com.tachyonfuture.mailtrack.application.live.WatchOpens.OVERLAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WatchOpensTest {

    private static final Duration STEP = Duration.ofSeconds(2);

    private final ScriptedArrivals arrivals = new ScriptedArrivals();
    private final AtomicLong clock = new AtomicLong(-5_000);
    private final WatchOpens watch = new WatchOpens(arrivals, clock::get);

    @Test
    void whatWasThereInTheBeginningIsNoNews() {
        arrivals.appear(1, 2, 3);

        WatchOpens.Greeting greeting = greet();

        assertThat(greeting.missed().isEmpty()).isTrue();
        assertThat(greeting.known()).isEmpty();
        assertThat(look()).isEmpty();
    }

    @Test
    void whatArrivesIsToldOnce() {
        greet();
        arrivals.appear(1, 2);

        assertThat(look()).containsExactly(2L, 1L);
        assertThat(look()).isEmpty();

        arrivals.appear(3);

        assertThat(look()).containsExactly(3L);
    }

    @Test
    void oneWithASmallerIdThatAppearsLaterIsToldAsWell() {
        arrivals.appear(5);
        greet();
        arrivals.appear(9, 11);
        look();
        arrivals.appear(4, 8, 10);

        assertThat(look()).containsExactly(10L, 8L, 4L);
    }

    @Test
    void oneThatAppearsLaterThanTheOverlapIsNot() {
        greet();
        arrivals.appear(10);
        look();
        for (Duration time = Duration.ZERO; time.compareTo(OVERLAP) < 0; time = time.plus(STEP)) {
            look();
        }
        arrivals.appear(9);

        assertThat(look()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void inWhateverOrderInstancesRecordEachIsToldExactlyOnce(long seed) {
        var random = new Random(seed);
        List<Long> ids = new ArrayList<>(
                LongStream.rangeClosed(1, 3_000).map(n -> n * 7).boxed().toList());
        // Each batch of 300 takes 6 seconds to appear.
        for (int from = 0; from < ids.size(); from += 300) {
            Collections.shuffle(ids.subList(from, from + 300), random);
        }
        greet();
        var told = new ArrayList<Long>();

        for (int from = 0; from < ids.size(); from += 100) {
            ids.subList(from, from + 100).forEach(arrivals::appear);
            told.addAll(look());
        }

        assertThat(told).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void readsComeFirstThenTheLatest() {
        greet();
        arrivals.appear(1).appear(2, Verdict.HUMAN).appear(3).appear(4, Verdict.IMAGE_PROXY);

        News news = watch.look().orElseThrow();

        assertThat(news.opens()).extracting(Arrival::openId).containsExactly(4L, 2L, 3L, 1L);
        assertThat(news.count()).isEqualTo(4);
        assertThat(news.reads()).isEqualTo(2);
        assertThat(news.more()).isFalse();
    }

    @Test
    void ofManySomeAreToldAndHowManyThereAre() {
        greet();
        arrivals.appear(1, Verdict.HUMAN).appear(LongStream.rangeClosed(2, 400).toArray());

        News news = watch.look().orElseThrow();

        assertThat(news.opens()).hasSize(News.MOST_TOLD).first().matches(Arrival::read);
        assertThat(news.count()).isEqualTo(400);
        assertThat(news.more()).isFalse();
    }

    @Test
    void ofMoreThanALookReadsItIsToldThatThereAreMore() {
        greet();
        arrivals.appear(LongStream.rangeClosed(1, 5_000).toArray());

        News news = watch.look().orElseThrow();

        assertThat(news.count()).isEqualTo(MOST_READ);
        assertThat(news.more()).isTrue();
        assertThat(news.mark()).isEqualTo(5_000);
        assertThat(look()).isEmpty();
        assertThat(arrivals.mostRows()).isLessThanOrEqualTo(MOST_READ + 1);

        arrivals.appear(5_001);

        assertThat(look()).containsExactly(5_001L);
    }

    @Test
    void whenMuchArrivesAllTheTimeEachIsStillToldOnce() {
        greet();
        int told = 0;

        for (long id = 1; id <= 9_000; id += 900) {
            arrivals.appear(LongStream.range(id, id + 900).toArray());
            clock.addAndGet(STEP.toNanos());
            News news = watch.look().orElseThrow();
            assertThat(news.more()).isFalse();
            told += news.count();
        }

        assertThat(told).isEqualTo(9_000);
    }

    @Test
    void whoComesBackHearsWhatArrivedMeanwhile() {
        arrivals.appear(1);
        long mark = greet().missed().mark();
        arrivals.appear(2).appear(3, Verdict.HUMAN);

        WatchOpens.Greeting back = watch.greet(OptionalLong.of(mark));

        assertThat(back.missed().opens()).extracting(Arrival::openId).containsExactly(3L, 2L);
    }

    @Test
    void aMarkLeavesOutNothingThatMayAppearLate() {
        greet();
        arrivals.appear(10);
        long mark = watch.look().orElseThrow().mark();
        arrivals.appear(9);
        var other = new WatchOpens(arrivals, clock::get);

        assertThat(other.greet(OptionalLong.of(mark)).missed().opens())
                .extracting(Arrival::openId)
                .containsExactly(10L, 9L);
    }

    @Test
    void whoComesLaterIsToldWhichOpensBeyondTheMarkAreNoNews() {
        greet();
        arrivals.appear(10, 12);
        look();

        WatchOpens.Greeting late = greet();

        assertThat(late.known()).containsExactlyInAnyOrder(10L, 12L);
        assertThat(late.missed().isEmpty()).isTrue();
        assertThat(late.missed().mark()).isLessThan(10);
    }

    @Test
    void whoWasAwayForLongHearsThatThereWereManyAndGoesOnFromNow() {
        arrivals.appear(LongStream.rangeClosed(1, 5_000).toArray());

        News missed = watch.greet(OptionalLong.of(3)).missed();

        assertThat(missed.count()).isEqualTo(MOST_READ);
        assertThat(missed.more()).isTrue();
        assertThat(missed.mark()).isEqualTo(5_000);
    }

    @Test
    void afterTheEndItBeginsAnew() {
        greet();
        arrivals.appear(1);
        watch.end();
        arrivals.appear(2);

        assertThat(greet().known()).isEmpty();
        assertThat(look()).isEmpty();
    }

    @Test
    void aStorageThatIsDownOnlyDelays() {
        greet();
        arrivals.appear(1);
        arrivals.goDown();
        assertThatThrownBy(watch::look).isInstanceOf(StorageUnavailable.class);
        clock.addAndGet(Duration.ofHours(1).toNanos());
        arrivals.comeBack();
        arrivals.appear(2);

        assertThat(look()).containsExactly(2L, 1L);
    }

    private WatchOpens.Greeting greet() {
        return watch.greet(OptionalLong.empty());
    }

    /** The ids of what is told after a while. */
    private List<Long> look() {
        clock.addAndGet(STEP.toNanos());
        return watch.look().stream()
                .flatMap(news -> news.opens().stream())
                .map(Arrival::openId)
                .toList();
    }
}
