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

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.application.recording.port.Opens.End;
import com.tachyonfuture.mailtrack.application.recording.port.Opens.Stretch;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.recording.port.Opens} does. */
public interface OpensContract extends StorageFixture {

    @Test
    default void opensOfAllTracksInAPeriodComeEarliestFirstPageAfterPage() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog()
                .write(
                        batch(
                                0,
                                hit(track(1), NOON.plusSeconds(5)),
                                hit(track(2), NOON),
                                hit(track(1), NOON),
                                hit(track(2), NOON.plusSeconds(9))),
                        UNJUDGED);
        openLog().write(batch(4, hit(track(1), NOON), hit(track(1), NOON.minusSeconds(1))), judge(Verdict.SCANNER));

        List<Open> all = opens().inPeriod(NOON, 0, NOON.plusSeconds(9), 10);
        List<Open> firstTwo = opens().inPeriod(NOON, 0, NOON.plusSeconds(9), 2);
        List<Open> rest = opens().inPeriod(NOON, firstTwo.get(1).id(), NOON.plusSeconds(9), 10);

        assertThat(all).extracting(Open::openedAt).containsExactly(NOON, NOON, NOON, NOON.plusSeconds(5));
        assertThat(all.subList(0, 3)).extracting(Open::id).isSorted();
        assertThat(firstTwo).isEqualTo(all.subList(0, 2));
        assertThat(rest).isEqualTo(all.subList(2, 4));
        assertThat(opens().inPeriod(NOON.plusSeconds(1), 0, null, 10)).hasSize(2);
        assertThat(opens().inPeriod(NOON.plusSeconds(10), 0, null, 10)).isEmpty();
    }

    @Test
    default void opensOfAVerdictAreLookedForAmongTheNextOnesOfThePeriod() {
        tracks().add(track(1));
        for (int i = 0; i < 6; i++) {
            Verdict verdict = i % 2 == 0 ? Verdict.HUMAN : Verdict.SCANNER;
            openLog().write(batch(i, hit(track(1), NOON.plus(Duration.ofHours(i / 2)))), judge(verdict));
        }
        Instant end = NOON.plus(Duration.ofHours(9));
        List<Open> all = opens().inPeriod(NOON, 0, end, 9);

        Stretch begun = opens().inPeriod(Verdict.SCANNER, NOON, 0, end, 3, 9);
        Stretch rest = opens().inPeriod(
                        Verdict.SCANNER,
                        NOON.plus(Duration.ofHours(1)),
                        all.get(2).id(),
                        end,
                        9,
                        9);

        assertThat(all).hasSize(6);
        assertThat(begun)
                .isEqualTo(new Stretch(
                        List.of(all.get(1)),
                        new End(NOON.plus(Duration.ofHours(1)), all.get(2).id())));
        assertThat(rest).isEqualTo(new Stretch(List.of(all.get(3), all.get(5)), null));
        assertThat(opens().inPeriod(Verdict.HUMAN, NOON, 0, end, 9, 2).opens()).containsExactly(all.get(0), all.get(2));
        assertThat(opens().inPeriod(Verdict.BOT, NOON, 0, end, 9, 9)).isEqualTo(new Stretch(List.of(), null));
    }

    @Test
    default void opensOfATrackComeLatestFirstPageAfterPage() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1)), hit(track(2)), hit(track(1)), hit(track(1))), UNJUDGED);

        List<Open> all = opens().of(id(1), Long.MAX_VALUE, 10);
        List<Open> firstTwo = opens().of(id(1), Long.MAX_VALUE, 2);
        List<Open> rest = opens().of(id(1), firstTwo.get(1).id(), 2);

        assertThat(all)
                .extracting(Open::id)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .hasSize(3);
        assertThat(firstTwo).isEqualTo(all.subList(0, 2));
        assertThat(rest).isEqualTo(all.subList(2, 3));
    }

    @Test
    default void anUnknownTrackHasNoOpens() {
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    default void theLatestReadsOfATrackLeaveOutWhatIsNotCounted() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog().write(batch(0, hit(track(1), NOON), hit(track(2), NOON)), judge(Verdict.HUMAN));
        openLog().write(batch(2, hit(track(1), NOON.plusSeconds(1))), judge(Verdict.HUMAN));
        openLog().write(batch(3, hit(track(1), NOON.plusSeconds(2))), judge(Verdict.SCANNER));
        openLog().write(batch(4, hit(track(1), NOON.plusSeconds(3_600))), judge(Verdict.IMAGE_PROXY));

        List<Open> reads = opens().latestReads(id(1), 10, 10);

        assertThat(reads).extracting(Open::openedAt).containsExactly(NOON.plusSeconds(3_600), NOON);
        assertThat(reads).allMatch(Open::isCounted);
        assertThat(opens().latestReads(id(1), 10, 1)).isEqualTo(reads.subList(0, 1));
        assertThat(opens().latestReads(id(3), 10, 10)).isEmpty();
    }

    @Test
    default void theLatestReadsAreLookedForAmongTheLatestOpensOnly() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1), NOON)), judge(Verdict.HUMAN));
        openLog().write(batch(1, hit(track(1)), hit(track(1))), judge(Verdict.BOT));

        assertThat(opens().latestReads(id(1), 2, 10)).isEmpty();
        assertThat(opens().latestReads(id(1), 3, 10)).hasSize(1);
    }

    @Test
    default void theLatestOpensOfSomeTracksComeFromTheLatestOfAll() {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().add(track(3));
        openLog().write(batch(0, hit(track(1)), hit(track(2)), hit(track(1)), hit(track(3)), hit(track(1))), UNJUDGED);

        List<Open> latest = opens().latestOf(List.of(id(2), id(4), id(1)), 2);

        assertThat(latest).extracting(Open::trackId).containsExactly(id(1), id(1), id(2));
        assertThat(latest.subList(0, 2)).isEqualTo(opens().of(id(1), Long.MAX_VALUE, 2));
        assertThat(opens().latestOf(List.of(), 2)).isEmpty();
    }

    @Test
    default void theLatestOpensOfManyTracksAreAllFound() {
        List<Track> many =
                IntStream.range(0, 120).mapToObj(number -> track(number)).toList();
        many.forEach(tracks()::add);
        openLog().write(batch(0, many.stream().map(track -> hit(track)).toArray(Hit[]::new)), UNJUDGED);

        List<Open> latest = opens().latestOf(many.stream().map(Track::id).toList(), 5);

        assertThat(latest)
                .extracting(Open::trackId)
                .containsExactlyInAnyOrderElementsOf(
                        many.stream().map(Track::id).toList());
    }

    @Test
    default void readsSinceATimeComeOldestFirstAndIncludeThatTime() {
        tracks().add(track(1));
        tracks().add(track(2));
        openLog()
                .write(
                        batch(
                                0,
                                hit(track(1), NOON.plusSeconds(2)),
                                hit(track(2), NOON),
                                hit(track(1), NOON.minusNanos(1_000)),
                                hit(track(2), NOON.plusSeconds(1))),
                        UNJUDGED);

        List<RecentRead> reads = opens().readsSince(NOON, 10);

        assertThat(reads)
                .extracting(RecentRead::openedAt)
                .containsExactly(NOON, NOON.plusSeconds(1), NOON.plusSeconds(2));
        assertThat(reads.get(0))
                .isEqualTo(new RecentRead(
                        reads.get(0).openId(), NOON, id(2), "reader2@example.com", "Offer 2", null, null));
        assertThat(opens().readsSince(NOON, 2)).isEqualTo(reads.subList(0, 2));
    }

    @Test
    default void theLatestReadIsTheLastInTimeNotInArrival() {
        tracks().add(track(1));
        tracks().add(track(2));
        assertThat(opens().latestRead()).isEmpty();

        openLog().write(batch(0, hit(track(1), NOON.plusSeconds(2)), hit(track(2), NOON)), UNJUDGED);

        assertThat(opens().latestRead()).get().extracting(RecentRead::trackId).isEqualTo(id(1));
    }

    @Test
    default void readsLeaveOutMachinesAndRepeatsAndThePlacesOfProxies() {
        tracks().add(track(1));
        var described = new Description(new Place("AT", "Austria", "Vienna"), null, Client.UNKNOWN, 1);
        openLog().write(batch(0, hit(track(1), NOON)), judge(Verdict.SCANNER, described));
        openLog().write(batch(1, hit(track(1), NOON.plusSeconds(1))), judge(Verdict.HUMAN, described));
        openLog().write(batch(2, hit(track(1), NOON.plusSeconds(3_601))), judge(Verdict.IMAGE_PROXY, described));
        openLog().write(batch(3, hit(track(1), NOON.plusSeconds(3_602))), judge(Verdict.IMAGE_PROXY, described));

        assertThat(opens().readsSince(NOON, 10))
                .extracting(RecentRead::openedAt, RecentRead::country, RecentRead::city)
                .containsExactly(
                        tuple(NOON.plusSeconds(1), "Austria", "Vienna"), tuple(NOON.plusSeconds(3_601), null, null));
        assertThat(opens().latestRead()).get().extracting(RecentRead::country).isNull();
    }
}
