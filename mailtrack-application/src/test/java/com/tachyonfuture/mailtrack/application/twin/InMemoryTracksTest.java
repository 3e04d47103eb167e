package com.tachyonfuture.mailtrack.application.twin;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.TracksContract;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import org.junit.jupiter.api.Test;

final class InMemoryTracksTest extends InMemoryStorageFixture implements TracksContract {

    @Test
    void aTrackThatOnlyMachinesFetchedIsDelivered() {
        tracks().add(track(1));
        tracks().add(track(2));
        storage().takeOver(Open.takenOver(1, id(2), NOON, null, null, null, null, null, "apple", false));

        var delivered = TrackFilter.ALL.withState(TrackState.DELIVERED);

        assertThat(tracks().page(delivered, TrackSort.CREATED, null, 10))
                .singleElement()
                .satisfies(found -> assertThat(found.track().id()).isEqualTo(id(2)));
    }
}
