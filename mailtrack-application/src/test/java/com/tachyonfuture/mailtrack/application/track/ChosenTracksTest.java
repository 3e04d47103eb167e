package com.tachyonfuture.mailtrack.application.track;

import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tachyonfuture.mailtrack.application.track.ChosenTracks.Done;
import com.tachyonfuture.mailtrack.application.track.ChosenTracks.Found;
import com.tachyonfuture.mailtrack.application.track.ChosenTracks.TooMany;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChosenTracksTest {

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final ChosenTracks chosen = new ChosenTracks(storage.tracks());

    @BeforeEach
    void addTracks() {
        IntStream.rangeClosed(1, 3).forEach(i -> storage.tracks().add(track(i)));
    }

    @Test
    void chosenTracksAreDeletedEachOnceAndTheOthersStay() {
        var outcome =
                chosen.delete(List.of(id(1), id(3), new TrackId(id(1).value().toUpperCase(Locale.ROOT)), id(9)));

        assertThat(outcome).isEqualTo(new Done(2));
        assertThat(storage.tracks().find(id(1))).isEmpty();
        assertThat(storage.tracks().find(id(2))).isPresent();
        assertThat(storage.tracks().find(id(3))).isEmpty();
    }

    @Test
    void chosenTracksArePinnedAndTakenOffThePin() {
        assertThat(chosen.pin(List.of(id(1), id(2)), true)).isEqualTo(new Done(2));
        assertThat(chosen.pin(List.of(id(2)), false)).isEqualTo(new Done(1));

        assertThat(((Found) chosen.look(List.of(id(1), id(9), id(2), id(1)))).tracks())
                .extracting(summary -> summary.track().id(), TrackSummary::pinned)
                .containsExactly(tuple(id(2), false), tuple(id(1), true));
    }

    @Test
    void ofTooManyNothingIsDone() {
        List<TrackId> tooMany = new ArrayList<>();
        IntStream.rangeClosed(1, ChosenTracks.MOST + 1).forEach(i -> tooMany.add(id(i)));

        assertThat(chosen.look(tooMany)).isEqualTo(new TooMany());
        assertThat(chosen.delete(tooMany)).isEqualTo(new TooMany());
        assertThat(chosen.pin(tooMany, true)).isEqualTo(new TooMany());
        assertThat(storage.tracks().find(id(1)).orElseThrow().pinned()).isFalse();
    }

    @Test
    void ofNoneNothingIsDone() {
        assertThat(chosen.look(List.of())).isEqualTo(new Found(List.of()));
        assertThat(chosen.delete(List.of())).isEqualTo(new Done(0));
    }
}
