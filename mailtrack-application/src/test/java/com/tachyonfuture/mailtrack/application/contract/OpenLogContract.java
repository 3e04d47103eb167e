package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason.Code;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.Written;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

        Written written = openLog().write(batch(0, hit(track(1))));

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
                                null,
                                null,
                                null,
                                null)));
    }

    @Test
    default void aHitWithoutEvidenceIsRecordedToo() {
        tracks().add(track(1));

        openLog().write(batch(0, new Hit(id(1), NOON, null, null, null)));

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::ipAddress, Open::userAgent, Open::referer)
                .containsExactly(tuple(null, null, null));
    }

    @Test
    default void theLongestEvidenceFits() {
        tracks().add(track(1));
        var hit = new Hit(
                id(1), NOON, null, "😀".repeat(Hit.LONGEST_USER_AGENT), "\u0000😀".repeat(Hit.LONGEST_REFERER / 2));

        openLog().write(batch(0, hit));

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::userAgent, Open::referer)
                .containsExactly(tuple(hit.userAgent(), hit.referer()));
    }

    @Test
    default void aHitForNoTrackIsPassedOverAndCounted() {
        tracks().add(track(1));

        Written written = openLog().write(batch(0, hit(track(2)), hit(track(1)), hit(track(3))));

        assertThat(written).isEqualTo(new Written(1, 2));
        assertThat(totals().current().opens()).isEqualTo(1);
    }

    @Test
    default void anIdInAnotherCaseIsTheSameTrack() {
        var track = new Track(new TrackId("abc"), track(1).details(), NOON);
        tracks().add(track);

        openLog().write(batch(0, new Hit(new TrackId("ABC"), NOON, null, null, null), hit(track)));

        assertThat(tracks().find(track.id())).contains(new TrackSummary(track, new Activity(2, 2, NOON, NOON)));
        assertThat(opens().of(track.id(), Long.MAX_VALUE, 10))
                .extracting(open -> open.trackId().value())
                .containsOnly("abc");
    }

    @Test
    default void countersFollowWhatWasRecorded() {
        tracks().add(track(1));
        tracks().add(track(2));

        openLog().write(batch(0, hit(track(1), NOON.plusSeconds(5)), hit(track(1), NOON)));
        openLog().write(batch(2, hit(track(1), NOON.plusSeconds(2))));

        assertThat(activityOf(1)).isEqualTo(new Activity(3, 3, NOON, NOON.plusSeconds(5)));
        assertThat(activityOf(2)).isEqualTo(Activity.NONE);
    }

    @Test
    default void opensGetAscendingIdsInOrderOfArrival() {
        tracks().add(track(1));

        openLog().write(batch(0, hit(track(1), NOON.plusSeconds(3)), hit(track(1), NOON.plusSeconds(1))));
        openLog().write(batch(2, hit(track(1), NOON.plusSeconds(2))));

        assertThat(opens().of(id(1), Long.MAX_VALUE, 10))
                .extracting(Open::openedAt)
                .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1), NOON.plusSeconds(3));
    }

    @Test
    default void aBatchWrittenTwiceIsRecordedOnce() {
        tracks().add(track(1));
        Batch batch = batch(7, hit(track(1)), hit(track(1)));

        openLog().write(batch);
        Written again = openLog().write(batch);

        assertThat(again).isEqualTo(new Written(0, 0));
        assertThat(activityOf(1).opens()).isEqualTo(2);
    }

    @Test
    default void ofABatchThatWasPartlyWrittenOnlyTheRestIsRecorded() {
        tracks().add(track(1));

        openLog().write(batch(0, hit(track(1))));
        Written rest = openLog().write(batch(0, hit(track(1)), hit(track(1)), hit(track(2))));

        assertThat(rest).isEqualTo(new Written(1, 1));
        assertThat(activityOf(1).opens()).isEqualTo(2);
    }

    @Test
    default void eachSpoolHasItsOwnPosition() {
        tracks().add(track(1));

        openLog().write(new Batch("one", 0, List.of(hit(track(1)))));
        openLog().write(new Batch("two", 0, List.of(hit(track(1)))));

        assertThat(activityOf(1).opens()).isEqualTo(2);
    }

    @Test
    default void aHitInQuarantineIsNotRecordedLater() {
        tracks().add(track(1));

        boolean kept = openLog().quarantine(batch(0, hit(track(1))), REJECTED, FAILURE);
        openLog().write(batch(0, hit(track(1)), hit(track(1))));

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
        openLog().write(batch(0, hit(track(1)), hit(track(1))));

        boolean kept = openLog().quarantine(batch(1, hit(track(1))), REJECTED, FAILURE);

        assertThat(kept).isFalse();
        assertThat(quarantine().count()).isZero();
    }

    @Test
    default void whetherUsualHitsAreRecordedIsFoundOutWithoutRecordingOne() {
        assertThat(openLog().recordsUsualHits()).as("without a track").isTrue();
        tracks().add(track(1));

        assertThat(openLog().recordsUsualHits()).isTrue();

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

        Written written = openLog().write(new Batch("sample", 0, hits));

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
                    openLog().write(new Batch(name, 2L * i, List.of(hit(track(1 + i % 2)), hit(track(2 - i % 2)))));
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

    private Activity activityOf(int number) {
        return tracks().find(id(number)).orElseThrow().activity();
    }
}
