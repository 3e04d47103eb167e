package com.tachyonfuture.mailtrack.application.demo;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.twin.InMemorySampleTracks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SamplesTest extends InMemoryStorageFixture {

    private static final List<SampleMail> MAILS = List.of(mail(1, 60, 3600), mail(2), mail(3, 30));

    private final InMemorySampleTracks samples = new InMemorySampleTracks(storage());
    private final FillWithSamples fill = new FillWithSamples(samples, tracks(), openLog(), Judging.none());
    private final RemoveSamples remove = new RemoveSamples(samples, tracks());

    @Test
    void anEmptyDatabaseGetsAllTracksWithTheirOpensAtTheirTimes() {
        assertThat(fill.with(MAILS, "samples")).isEqualTo(new FillWithSamples.Filled(3, 3));

        var first = tracks().find(SampleMark.id(1)).orElseThrow();
        assertThat(first.track().createdAt()).isEqualTo(NOON);
        assertThat(first.activity().opens()).isEqualTo(2);
        assertThat(first.activity().lastOpenedAt()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(new FindSamples(samples).areThere()).isTrue();
    }

    @Test
    void someArePinnedAndSomeStoppedAndFetchedNoMore() {
        fill.with(List.of(mail(1, 60).withPin(), mail(2, 60, 3600).stoppedAt(NOON.plusSeconds(3600))), "samples");

        assertThat(tracks().find(SampleMark.id(1)).orElseThrow().pinned()).isTrue();
        var stopped = tracks().find(SampleMark.id(2)).orElseThrow();
        assertThat(stopped.stoppedAt()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(stopped.pinned()).isFalse();
        assertThat(stopped.activity().opens()).isEqualTo(1);
    }

    @Test
    void samplesAreFilledInOnce() {
        fill.with(MAILS, "samples");
        tracks().add(track(1));

        assertThat(fill.with(MAILS, "samples-2")).isEqualTo(new FillWithSamples.ThereAlready());
        assertThat(totals().current().tracks()).isEqualTo(4);
    }

    @Test
    void nothingIsAddedToTracksOfTheOwners() {
        tracks().add(track(1));

        assertThat(fill.with(MAILS, "samples")).isEqualTo(new FillWithSamples.NotEmpty());
        assertThat(totals().current().tracks()).isEqualTo(1);
        assertThat(new FindSamples(samples).areThere()).isFalse();
    }

    @Test
    void removalTakesAllSamplesAndNothingElse() {
        fill.with(MAILS, "samples");
        tracks().add(track(1));

        assertThat(remove.all()).isEqualTo(3);
        assertThat(remove.all()).isZero();
        assertThat(totals().current().tracks()).isEqualTo(1);
        assertThat(totals().current().opens()).isZero();
        assertThat(tracks().find(track(1).id())).isPresent();
        assertThat(new FindSamples(samples).areThere()).isFalse();
    }

    @Test
    void aSampleHasTheMarkInItsId() {
        assertThat(SampleMark.isOn(new TrackId("5A3B1E00-DA7A-8000-8000-0000000000FF")))
                .isTrue();
        assertThat(SampleMark.id((1L << 48) - 1).value()).isEqualTo("5a3b1e00-da7a-8000-8000-ffffffffffff");
        assertThatThrownBy(() -> SampleMark.id(1L << 48)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SampleMail(track(1), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static SampleMail mail(int number, int... fetchedAfter) {
        var id = SampleMark.id(number);
        var details = new TrackDetails("reader@example.com", "Offer " + number, null, null);
        List<Hit> hits = Arrays.stream(fetchedAfter)
                .mapToObj(seconds -> new Hit(id, NOON.plusSeconds(seconds), null, "Mozilla/5.0", null))
                .toList();
        return new SampleMail(new Track(id, details, NOON), hits);
    }
}
