package com.tachyonfuture.mailtrack.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.health.CheckHealth;
import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.application.track.DeleteTrack;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.application.twin.InMemoryHitSpool;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The story of one track, told from creation to deletion. */
final class TrackLifecycleTest {

    private static final Instant SENT = Instant.parse("2026-11-20T10:02:00Z");
    private static final Instant READ = Instant.parse("2026-11-20T10:16:00Z");

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final InMemoryHitSpool spool = new InMemoryHitSpool(10);
    private final HitCounts counts = new HitCounts();
    private final AtomicReference<Instant> clock = new AtomicReference<>(SENT);

    private final CreateTrack createTrack =
            new CreateTrack(storage.tracks(), () -> new TrackId("offer-for-zoe"), clock::get);
    private final RecordOpen recordOpen = new RecordOpen(spool, clock::get, counts);
    private final DrainHits drainHits = new DrainHits(spool, storage.openLog(), counts, 10);
    private final FindTracks findTracks = new FindTracks(storage.tracks());
    private final ComputeStats computeStats = new ComputeStats(storage.totals(), storage.opens());
    private final DeleteTrack deleteTrack = new DeleteTrack(storage.tracks());

    @Test
    void aTrackIsCreatedFetchedReadInTheListAndDeleted() {
        createTrack.with(new CreateTrack.Request(new TrackDetails("zoe@example.com", "Offer", null, null), null));
        assertThat(computeStats.now().counts()).isEqualTo(Samples.counts(1, 0, 0, 0));
        assertThat(computeStats.now().latestRead()).isEmpty();

        clock.set(READ);
        recordOpen.from(new RecordOpen.Request("offer-for-zoe", null, "Thunderbird", null));
        drainHits.once();

        assertThat(findTracks.by(new TrackId("offer-for-zoe")))
                .get()
                .extracting(TrackSummary::activity)
                .isEqualTo(Samples.reads(READ));
        assertThat(computeStats.now().counts()).isEqualTo(Samples.counts(1, 1, 1, 1));
        assertThat(computeStats.now().latestRead())
                .get()
                .extracting(RecentRead::subject)
                .isEqualTo("Offer");

        assertThat(deleteTrack.by(new TrackId("offer-for-zoe"))).isTrue();
        assertThat(computeStats.now().counts()).isEqualTo(Samples.counts(0, 0, 0, 0));
    }

    @Test
    void healthSaysWhatDoesNotWork() {
        var checkHealth = new CheckHealth(storage.storage(), new InMemoryHitSpool(1));
        assertThat(checkHealth.now().isUp()).isTrue();

        storage.storage().goDown();

        assertThat(checkHealth.now().isUp()).isFalse();
        assertThat(checkHealth.now().problems()).containsExactly("The database can't be reached.");
    }

    @Test
    void healthSaysThatHitsAreNotKeptUntilTheyAreAgain() {
        var small = new InMemoryHitSpool(1);
        var checkHealth = new CheckHealth(storage.storage(), small);

        small.append(Samples.hit(Samples.track(1)));

        assertThat(checkHealth.now().problems()).containsExactly("Hits can't be kept: as many wait as may.");
        small.acknowledge(1);
        assertThat(checkHealth.now().isUp()).isTrue();
    }

    @Test
    void healthSaysAllThatDoesNotWorkAtOnce() {
        storage.storage().goDown();

        assertThat(new CheckHealth(storage.storage(), new InMemoryHitSpool(0))
                        .now()
                        .problems())
                .containsExactly("The database can't be reached.", "Hits can't be kept: as many wait as may.");
    }
}
