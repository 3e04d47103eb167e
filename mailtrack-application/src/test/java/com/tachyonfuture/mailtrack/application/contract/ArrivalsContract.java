package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tachyonfuture.mailtrack.application.live.Arrival;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.live.port.Arrivals} does. */
public interface ArrivalsContract extends StorageFixture {

    @Test
    default void beforeTheFirstOpenNothingHasArrived() {
        assertThat(arrivals().latest()).isZero();
        assertThat(arrivals().after(0, 10)).isEmpty();
    }

    @Test
    default void opensOfAllTracksComeInTheOrderOfTheirIds() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(2)), hit(track(1), NOON.plusSeconds(9)), hit(track(2))), UNJUDGED);

        List<Arrival> all = arrivals().after(0, 10);

        assertThat(all).extracting(Arrival::trackId).containsExactly(id(2), id(1), id(2));
        assertThat(all).extracting(Arrival::openId).isSorted().doesNotHaveDuplicates();
        assertThat(arrivals().latest()).isEqualTo(all.get(2).openId());
        assertThat(arrivals().after(0, 2)).isEqualTo(all.subList(0, 2));
        assertThat(arrivals().after(all.get(0).openId(), 10)).isEqualTo(all.subList(1, 3));
        assertThat(arrivals().after(-1_000, 10)).isEqualTo(all);
        assertThat(arrivals().after(arrivals().latest(), 10)).isEmpty();
        assertThat(arrivals().after(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    default void anArrivalTellsOfItsTrackAsItIsSince() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1))), judge(Verdict.SCANNER));
        openLog().write(batch(1, hit(track(1), NOON.plusSeconds(3))), judge(Verdict.HUMAN));

        Arrival latest = arrivals().after(0, 10).get(1);

        assertThat(latest)
                .isEqualTo(new Arrival(
                        latest.openId(),
                        id(1),
                        NOON.plusSeconds(3),
                        Verdict.HUMAN,
                        true,
                        "reader1@example.com",
                        "Offer 1",
                        2,
                        1));
    }

    @Test
    default void onlyWhatCountsIsARead() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1))), UNJUDGED);
        openLog().write(batch(1, hit(track(1), NOON.plusSeconds(1))), judge(Verdict.PREFETCH));
        openLog().write(batch(2, hit(track(1), NOON.plusSeconds(2))), judge(Verdict.HUMAN));
        openLog().write(batch(3, hit(track(1), NOON.plusSeconds(3))), judge(Verdict.HUMAN));

        assertThat(arrivals().after(0, 10))
                .extracting(Arrival::verdict, Arrival::read)
                .containsExactly(
                        tuple(null, true),
                        tuple(Verdict.PREFETCH, false),
                        tuple(Verdict.HUMAN, true),
                        tuple(Verdict.HUMAN, false));
    }

    @Test
    default void theOpensOfADeletedTrackAreGone() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(2)), hit(track(1))), UNJUDGED);

        tracks().delete(id(1));

        assertThat(arrivals().after(0, 10)).extracting(Arrival::trackId).containsExactly(id(2));
        assertThat(arrivals().latest()).isEqualTo(arrivals().after(0, 10).get(0).openId());
    }
}
