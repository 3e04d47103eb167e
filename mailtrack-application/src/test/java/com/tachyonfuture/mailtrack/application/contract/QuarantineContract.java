package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.OpenLogContract.FAILURE;
import static com.tachyonfuture.mailtrack.application.contract.OpenLogContract.REJECTED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.counts;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.reads;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason.Code;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine.Replay;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.recording.port.Quarantine} does. */
public interface QuarantineContract extends StorageFixture {

    @Test
    default void whatIsSetAsideIsKeptWithAllItsEvidence() {
        Hit hit = hit(track(1));

        long id = setAside(7, hit);

        assertThat(quarantine().after(0, 10)).singleElement().satisfies(found -> {
            assertThat(found).isEqualTo(new QuarantinedHit(id, "sample", 7, hit, REJECTED, found.quarantinedAt()));
            assertThat(found.quarantinedAt()).isAfter(NOON.minusSeconds(86_400));
        });
    }

    @Test
    default void anyHitCanBeSetAside() {
        var strange = new Hit(
                new TrackId("\u0000😀".repeat(18)),
                Instant.parse("+12345-01-01T00:00:00.123456Z"),
                IpAddress.parse("2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff").orElseThrow(),
                "\u0000\u001b😀".repeat(Hit.LONGEST_USER_AGENT / 3),
                "😀".repeat(Hit.LONGEST_REFERER));
        var empty = new Hit(new TrackId(" "), Instant.MIN, null, null, "");
        var latest = new Hit(
                new TrackId("x"), Instant.MAX, null, "", null, Set.of(Sign.DECLARED_PREFETCH, Sign.HEADERS_NOT_KEPT));

        setAside(0, strange);
        setAside(1, empty);
        setAside(2, latest);

        assertThat(quarantine().after(0, 10)).extracting(QuarantinedHit::hit).containsExactly(strange, empty, latest);
    }

    @Test
    default void aLongReasonIsCut() {
        var reason = new QuarantineReason(Code.FAULT, "😀".repeat(1_000));

        openLog().quarantine(new Batch("sample", 0, List.of(hit(track(1)))), reason, FAILURE);

        assertThat(quarantine().after(0, 1).get(0).reason())
                .isEqualTo(new QuarantineReason(Code.FAULT, "😀".repeat(QuarantineReason.LONGEST_SENTENCE)));
    }

    @Test
    default void hitsComePageByPageInTheOrderOfSettingAside() {
        long first = setAside(0, hit(track(1)));
        long second = setAside(1, hit(track(1)));
        long third = setAside(2, hit(track(1)));

        assertThat(quarantine().after(Long.MIN_VALUE, 2))
                .extracting(QuarantinedHit::id)
                .containsExactly(first, second);
        assertThat(quarantine().after(second, 2)).extracting(QuarantinedHit::id).containsExactly(third);
        assertThat(quarantine().after(third, 2)).isEmpty();
        assertThat(quarantine().count()).isEqualTo(3);
    }

    @Test
    default void aReplayedHitIsAnOpenOfItsOwnTimeAndNoLongerHere() {
        tracks().add(track(1));
        openLog().write(new Batch("sample", 0, List.of(hit(track(1), NOON.plusSeconds(60)))), UNJUDGED);
        long id = setAside(1, hit(track(1), NOON));

        Replay replay = quarantine().replay(id, UNJUDGED);

        assertThat(replay).isEqualTo(Replay.RECORDED);
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::openedAt)
                .containsExactly(NOON, NOON.plusSeconds(60));
        assertThat(tracks().find(id(1)).orElseThrow().activity()).isEqualTo(reads(NOON, NOON.plusSeconds(60)));
        assertThat(totals().current()).isEqualTo(counts(1, 2, 2, 1));
        assertThat(quarantine().count()).isZero();
    }

    @Test
    default void aHitThatArrivedForAStoppedTrackGoesAndIsNoOpen() {
        tracks().add(track(1));
        tracks().stop(id(1), NOON);
        long id = setAside(0, hit(track(1), NOON));

        assertThat(quarantine().replay(id, UNJUDGED)).isEqualTo(Replay.STOPPED);

        assertThat(quarantine().count()).isZero();
        assertThat(totals().current().opens()).isZero();
    }

    @Test
    default void aSecondReplayFindsNothing() {
        tracks().add(track(1));
        long id = setAside(0, hit(track(1)));
        quarantine().replay(id, UNJUDGED);

        assertThat(quarantine().replay(id, UNJUDGED)).isEqualTo(Replay.NOT_THERE);
        assertThat(totals().current().opens()).isEqualTo(1);
    }

    @Test
    default void replaysAtTheSameTimeRecordAHitOnce() throws Exception {
        tracks().add(track(1));
        long id = setAside(0, hit(track(1)));

        List<Replay> replays = AtOnce.run(4, number -> quarantine().replay(id, UNJUDGED));

        assertThat(replays).containsOnlyOnce(Replay.RECORDED);
        assertThat(totals().current().opens()).isEqualTo(1);
    }

    @Test
    default void aHitForNoTrackStaysUntilThereIsOne() {
        long id = setAside(0, hit(track(1)));

        assertThat(quarantine().replay(id, UNJUDGED)).isEqualTo(Replay.NO_SUCH_TRACK);
        assertThat(quarantine().count()).isEqualTo(1);

        tracks().add(track(1));
        assertThat(quarantine().replay(id, UNJUDGED)).isEqualTo(Replay.RECORDED);
    }

    @Test
    default void discardedHitsAreForgotten() {
        long first = setAside(0, hit(track(1)));
        long second = setAside(1, hit(track(1)));

        assertThat(quarantine().discard(List.of(first, second + 1))).isEqualTo(1);
        assertThat(quarantine().discard(List.of(first))).isZero();
        assertThat(quarantine().discard(List.of())).isZero();

        assertThat(quarantine().after(0, 10)).extracting(QuarantinedHit::id).containsExactly(second);
    }

    private long setAside(long position, Hit hit) {
        openLog().quarantine(new Batch("sample", position, List.of(hit)), REJECTED, FAILURE);
        List<QuarantinedHit> all = quarantine().after(Long.MIN_VALUE, 100);
        return all.get(all.size() - 1).id();
    }
}
