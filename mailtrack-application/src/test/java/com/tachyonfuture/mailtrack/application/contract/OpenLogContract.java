package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.reads;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judged;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.classify.Origin;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason.Code;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.Written;
import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.stats.TrackCounts;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.recording.port.OpenLog} does. */
public interface OpenLogContract extends StorageFixture {

    QuarantineReason REJECTED = new QuarantineReason(Code.REJECTED, "the storage does not take it");
    RuntimeException FAILURE = new IllegalStateException("a test");

    @Test
    default void aHitBecomesAnOpenWithAllItsEvidence() {
        tracks().add(track(1));

        Written written = openLog().write(batch(0, hit(track(1))), UNJUDGED);

        assertThat(written).isEqualTo(new Written(1, 0));
        Hit hit = hit(track(1));
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(open -> assertThat(open)
                        .isEqualTo(new Open(
                                open.id(),
                                id(1),
                                NOON,
                                "2001:db8::17",
                                hit.userAgent(),
                                hit.referer(),
                                hit.signs(),
                                new Description(Place.UNKNOWN, null, Client.UNKNOWN, 1),
                                null,
                                false,
                                null,
                                null)));
    }

    @Test
    default void aHitWithoutEvidenceIsRecordedToo() {
        tracks().add(track(1));

        openLog().write(batch(0, new Hit(id(1), NOON, null, null, null)), UNJUDGED);

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::ipAddress, Open::userAgent, Open::referer)
                .containsExactly(tuple(null, null, null));
    }

    @Test
    default void theLongestEvidenceFits() {
        tracks().add(track(1));
        var hit = new Hit(
                id(1), NOON, null, "😀".repeat(Hit.LONGEST_USER_AGENT), "\u0000😀".repeat(Hit.LONGEST_REFERER / 2));

        openLog().write(batch(0, hit), UNJUDGED);

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::userAgent, Open::referer)
                .containsExactly(tuple(hit.userAgent(), hit.referer()));
    }

    @Test
    default void aHitForNoTrackIsPassedOverAndCounted() {
        tracks().add(track(1));

        Written written = openLog().write(batch(0, hit(track(2)), hit(track(1)), hit(track(3))), UNJUDGED);

        assertThat(written).isEqualTo(new Written(1, 2));
        assertThat(totals().current().opens()).isEqualTo(1);
    }

    @Test
    default void anIdInAnotherCaseIsTheSameTrack() {
        var track = new Track(new TrackId("abc"), track(1).details(), NOON);
        tracks().add(track);

        openLog().write(batch(0, new Hit(new TrackId("ABC"), NOON, null, null, null), hit(track)), UNJUDGED);

        assertThat(tracks().find(track.id())).contains(new TrackSummary(track, reads(NOON, NOON)));
        assertThat(opens().of(track.id(), Long.MAX_VALUE, 10))
                .extracting(open -> open.trackId().value())
                .containsOnly("abc");
    }

    @Test
    default void countersFollowWhatWasRecorded() {
        tracks().add(track(1));
        tracks().add(track(2));

        openLog().write(batch(0, hit(track(1), NOON.plusSeconds(5)), hit(track(1), NOON)), UNJUDGED);
        openLog().write(batch(2, hit(track(1), NOON.plusSeconds(2))), UNJUDGED);

        assertThat(activityOf(1)).isEqualTo(reads(NOON, NOON.plusSeconds(2), NOON.plusSeconds(5)));
        assertThat(activityOf(2)).isEqualTo(Activity.NONE);
    }

    @Test
    default void opensGetAscendingIdsInOrderOfArrival() {
        tracks().add(track(1));

        openLog().write(batch(0, hit(track(1), NOON.plusSeconds(3)), hit(track(1), NOON.plusSeconds(1))), UNJUDGED);
        openLog().write(batch(2, hit(track(1), NOON.plusSeconds(2))), UNJUDGED);

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::openedAt)
                .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1), NOON.plusSeconds(3));
    }

    @Test
    default void aBatchWrittenTwiceIsRecordedOnce() {
        tracks().add(track(1));
        Batch batch = batch(7, hit(track(1)), hit(track(1)));

        openLog().write(batch, UNJUDGED);
        Written again = openLog().write(batch, UNJUDGED);

        assertThat(again).isEqualTo(new Written(0, 0));
        assertThat(activityOf(1).opens()).isEqualTo(2);
    }

    @Test
    default void ofABatchThatWasPartlyWrittenOnlyTheRestIsRecorded() {
        tracks().add(track(1));

        openLog().write(batch(0, hit(track(1))), UNJUDGED);
        Written rest = openLog().write(batch(0, hit(track(1)), hit(track(1)), hit(track(2))), UNJUDGED);

        assertThat(rest).isEqualTo(new Written(1, 1));
        assertThat(activityOf(1).opens()).isEqualTo(2);
    }

    @Test
    default void eachSpoolHasItsOwnPosition() {
        tracks().add(track(1));

        openLog().write(new Batch("one", 0, List.of(hit(track(1)))), UNJUDGED);
        openLog().write(new Batch("two", 0, List.of(hit(track(1)))), UNJUDGED);

        assertThat(activityOf(1).opens()).isEqualTo(2);
    }

    @Test
    default void aHitInQuarantineIsNotRecordedLater() {
        tracks().add(track(1));

        boolean kept = openLog().quarantine(batch(0, hit(track(1))), REJECTED, FAILURE);
        openLog().write(batch(0, hit(track(1)), hit(track(1))), UNJUDGED);

        assertThat(kept).isTrue();
        assertThat(activityOf(1).opens()).isEqualTo(1);
        assertThat(quarantine().count()).isEqualTo(1);
    }

    @Test
    default void aHitThatComesAgainIsInQuarantineOnce() {
        openLog().quarantine(batch(0, hit(track(1))), REJECTED, FAILURE);

        boolean again = openLog().quarantine(batch(0, hit(track(1))), REJECTED, FAILURE);

        assertThat(again).isFalse();
        assertThat(quarantine().count()).isEqualTo(1);
    }

    @Test
    default void aHitThatLeftQuarantineDoesNotComeBackByItself() {
        openLog().quarantine(batch(0, hit(track(1))), REJECTED, FAILURE);
        quarantine().discard(List.of(quarantine().after(0, 1).get(0).id()));

        boolean again = openLog().quarantine(batch(0, hit(track(1))), REJECTED, FAILURE);

        assertThat(again).isFalse();
        assertThat(quarantine().count()).isZero();
    }

    @Test
    default void aHitThatWasRecordedDoesNotGoToQuarantineAsWell() {
        tracks().add(track(1));
        openLog().write(batch(0, hit(track(1)), hit(track(1))), UNJUDGED);

        boolean kept = openLog().quarantine(batch(1, hit(track(1))), REJECTED, FAILURE);

        assertThat(kept).isFalse();
        assertThat(quarantine().count()).isZero();
    }

    @Test
    default void whetherUsualHitsAreRecordedIsFoundOutWithoutRecordingOne() {
        assertThat(openLog().recordsUsualHits(UNJUDGED)).as("without a track").isTrue();
        tracks().add(track(1));

        assertThat(openLog().recordsUsualHits(UNJUDGED)).isTrue();

        assertThat(activityOf(1)).isEqualTo(Activity.NONE);
        assertThat(opens().of(id(1), Long.MAX_VALUE, 10)).isEmpty();
        assertThat(totals().current().opens()).isZero();
    }

    @Test
    default void manyTracksInOneBatchAreAllCounted() {
        int many = 300;
        var hits = new ArrayList<Hit>();
        for (int i = 1; i <= many; i++) {
            tracks().add(track(i));
            hits.add(hit(track(i)));
            hits.add(hit(track(1)));
        }

        Written written = openLog().write(new Batch("sample", 0, hits), UNJUDGED);

        assertThat(written).isEqualTo(new Written(2 * many, 0));
        assertThat(totals().current().opens()).isEqualTo(2L * many);
        assertThat(totals().current().openedTracks()).isEqualTo(many);
    }

    @Test
    default void spoolsThatWriteAtTheSameTimeLoseNothing() throws Exception {
        int spools = 4;
        int batches = 10;
        tracks().add(track(1));
        tracks().add(track(2));
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int spool = 0; spool < spools; spool++) {
            String name = String.format(Locale.ROOT, "spool-%d", spool);
            writers.add(() -> {
                for (int i = 0; i < batches; i++) {
                    openLog()
                            .write(
                                    new Batch(name, 2L * i, List.of(hit(track(1 + i % 2)), hit(track(2 - i % 2)))),
                                    UNJUDGED);
                }
                return batches;
            });
        }

        ExecutorService threads = Executors.newFixedThreadPool(spools);
        try {
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isEqualTo(batches);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(activityOf(1).opens()).isEqualTo((long) spools * batches);
        assertThat(activityOf(2).opens()).isEqualTo((long) spools * batches);
        assertThat(totals().current().opens()).isEqualTo(2L * spools * batches);
    }

    @Test
    default void whatWasFoundOutAndJudgedIsKept() {
        tracks().add(track(1));
        var description = new Description(
                new Place("AT", "Österreich", "Wien"),
                new Network(4_294_967_295L, "A".repeat(Network.LONGEST_NAME)),
                new Client("C".repeat(64), "O".repeat(64), DeviceClass.PHONE),
                10_000);
        var judgement = new Judgement(Verdict.UNDECIDED, Reason.NO_EVIDENCE, Confidence.LOW, "a".repeat(32));

        openLog()
                .write(
                        batch(0, hit(track(1))),
                        (hit, origin) ->
                                new JudgedHit(hit, description, new Judged(judgement, 32_767, Long.MIN_VALUE)));

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10)).singleElement().satisfies(open -> {
            assertThat(open.description()).isEqualTo(description);
            assertThat(open.judgement()).isEqualTo(judgement);
            assertThat(open.repeat()).isFalse();
        });
    }

    @Test
    default void theJudgeIsToldWhenAndFromWhereTheTrackWasCreated() {
        var from = IpAddress.parse("2001:db8::1").orElseThrow();
        tracks().add(new Track(id(1), track(1).details(), NOON.minusSeconds(7), from));
        var told = new ArrayList<Origin>();

        openLog().write(batch(0, hit(track(1)), hit(track(2))), (hit, origin) -> {
            told.add(origin);
            return UNJUDGED.judge(hit, origin);
        });

        assertThat(told).containsExactly(new Origin(NOON.minusSeconds(7), from));
    }

    @Test
    default void opensAreCountedByVerdictAndOnlyReadsAreRead() {
        tracks().add(track(1));
        tracks().add(track(2));

        openLog().write(batch(0, hit(track(1)), hit(track(2))), judge(Verdict.PREFETCH));
        openLog().write(batch(2, hit(track(1))), judge(Verdict.HUMAN));
        openLog().write(batch(3, hit(track(1))), UNJUDGED);

        assertThat(tracks().find(id(1)).orElseThrow().verdicts())
                .isEqualTo(new VerdictCounts(Map.of(Verdict.PREFETCH, 1L, Verdict.HUMAN, 1L)));
        assertThat(activityOf(1)).isEqualTo(reads(NOON, NOON).and(NOON, false));
        assertThat(totals().current())
                .isEqualTo(new Counts(
                        2,
                        4,
                        2,
                        2,
                        new VerdictCounts(Map.of(Verdict.PREFETCH, 2L, Verdict.HUMAN, 1L)),
                        new TrackCounts(2, 1, 0, 0)));

        tracks().delete(id(1));

        assertThat(totals().current())
                .isEqualTo(new Counts(
                        1, 1, 0, 1, new VerdictCounts(Map.of(Verdict.PREFETCH, 1L)), new TrackCounts(1, 0, 0, 0)));
    }

    @Test
    default void theSameViewerSoonAgainIsKeptAndNotCountedAgain() {
        tracks().add(track(1));

        openLog().write(batch(0, hit(track(1)), hit(track(1), NOON.plusSeconds(60))), judge(Verdict.HUMAN));
        openLog().write(batch(2, hit(track(1), NOON.plus(REPEAT_WINDOW))), judge(Verdict.HUMAN));
        openLog().write(batch(3, hit(track(1), NOON.plus(REPEAT_WINDOW).plusSeconds(1))), judge(Verdict.HUMAN));

        assertThat(repeatsOf(1)).containsExactly(false, true, true, false);
        assertThat(activityOf(1))
                .isEqualTo(reads(NOON, NOON.plus(REPEAT_WINDOW).plusSeconds(1))
                        .and(NOON.plusSeconds(60), false)
                        .and(NOON.plus(REPEAT_WINDOW), false));
        assertThat(tracks().find(id(1)).orElseThrow().verdicts().of(Verdict.HUMAN))
                .isEqualTo(4);
        assertThat(opens().readsSince(NOON, 10)).hasSize(2);
    }

    @Test
    default void anEarlierOpenThatComesLateIsTheRepeat() {
        tracks().add(track(1));

        openLog().write(new Batch("one", 0, List.of(hit(track(1)))), judge(Verdict.HUMAN));
        openLog().write(new Batch("two", 0, List.of(hit(track(1), NOON.minusSeconds(60)))), judge(Verdict.HUMAN));

        assertThat(repeatsOf(1)).containsExactly(false, true);
        assertThat(activityOf(1).reads()).isEqualTo(1);
    }

    @Test
    default void otherTracksAndOtherViewersRepeatNothing() {
        tracks().add(track(1));
        tracks().add(track(2));
        var elsewhere = new Hit(id(1), NOON, IpAddress.parse("192.0.2.9").orElseThrow(), "x", null);

        openLog().write(batch(0, hit(track(1)), hit(track(2)), elsewhere), judge(Verdict.HUMAN));

        assertThat(repeatsOf(1)).containsExactly(false, false);
        assertThat(repeatsOf(2)).containsExactly(false);
    }

    @Test
    default void aPersonWhoReadsAfterAMachineIsCounted() {
        tracks().add(track(1));

        openLog().write(batch(0, hit(track(1))), judge(Verdict.PREFETCH));
        openLog().write(batch(1, hit(track(1), NOON.plusSeconds(5))), judge(Verdict.PREFETCH));
        assertThat(activityOf(1).isRead()).isFalse();
        openLog().write(batch(2, hit(track(1), NOON.plusSeconds(9))), judge(Verdict.HUMAN));

        assertThat(repeatsOf(1)).containsExactly(false, true, false);
        assertThat(activityOf(1))
                .isEqualTo(Activity.NONE
                        .and(NOON, false)
                        .and(NOON.plusSeconds(5), false)
                        .and(NOON.plusSeconds(9), true));
    }

    @Test
    default void aReplayedHitIsARepeatLikeAnyOther() {
        tracks().add(track(1));
        openLog().quarantine(batch(0, hit(track(1))), REJECTED, FAILURE);
        openLog().write(batch(1, hit(track(1), NOON.plusSeconds(60))), judge(Verdict.HUMAN));

        quarantine().replay(quarantine().after(0, 1).get(0).id(), judge(Verdict.HUMAN));

        assertThat(repeatsOf(1)).containsExactly(false, true);
        assertThat(activityOf(1).reads()).isEqualTo(1);
    }

    @Test
    default void aBatchWhoseJudgeFailsChangesNothing() {
        tracks().add(track(1));
        RuntimeException mistake = new IllegalStateException("a rule");
        var strange = new Hit(id(1), NOON, null, null, null);
        Judge failing = (hit, origin) -> {
            if (hit.equals(strange)) {
                throw mistake;
            }
            return UNJUDGED.judge(hit, origin);
        };

        assertThatThrownBy(() -> openLog().write(batch(0, hit(track(1)), strange), failing))
                .isSameAs(mistake);
        assertThat(openLog().write(batch(0, hit(track(1))), UNJUDGED)).isEqualTo(new Written(1, 0));
    }

    @Test
    default void spoolsThatRecordTheSameViewerAtTheSameTimeCountOneRead() throws Exception {
        tracks().add(track(1));

        AtOnce.run(
                4,
                number -> openLog()
                        .write(
                                new Batch("spool-" + number, 0, List.of(hit(track(1), NOON.plusSeconds(number)))),
                                judge(Verdict.HUMAN)));

        assertThat(repeatsOf(1)).containsOnlyOnce(false).hasSize(4);
        assertThat(activityOf(1).reads()).isEqualTo(1);
    }

    @Test
    default void whatArrivesForAStoppedTrackIsPassedOverAndCounted() {
        tracks().add(track(1));
        tracks().add(track(2));
        tracks().stop(id(1), NOON.plusSeconds(10));

        Written written = openLog()
                .write(
                        batch(
                                0,
                                hit(track(1), NOON.plusSeconds(10).minusNanos(1000)),
                                hit(track(1), NOON.plusSeconds(10)),
                                hit(track(2), NOON.plusSeconds(20)),
                                hit(track(3))),
                        UNJUDGED);

        assertThat(written).isEqualTo(new Written(2, 1, 1));
        assertThat(activityOf(1)).isEqualTo(reads(NOON.plusSeconds(10).minusNanos(1000)));
        assertThat(totals().current().states()).isEqualTo(new TrackCounts(2, 2, 0, 1));

        tracks().resume(id(1));

        assertThat(openLog().write(batch(4, hit(track(1), NOON.plusSeconds(30))), UNJUDGED))
                .isEqualTo(new Written(1, 0));
        assertThat(totals().current().states().stopped()).isZero();
    }

    /** In the order of recording. */
    private List<Boolean> repeatsOf(int number) {
        var repeats = new ArrayList<>(opens().of(id(number), Long.MAX_VALUE, 100).stream()
                .map(Open::repeat)
                .toList());
        Collections.reverse(repeats);
        return repeats;
    }

    private Activity activityOf(int number) {
        return tracks().find(id(number)).orElseThrow().activity();
    }
}
