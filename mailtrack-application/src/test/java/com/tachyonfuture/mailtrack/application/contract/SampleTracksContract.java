package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.demo.SampleMark;
import com.tachyonfuture.mailtrack.application.demo.port.SampleTracks;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import org.junit.jupiter.api.Test;

/** What every {@link SampleTracks} does. */
public interface SampleTracksContract extends StorageFixture {

    SampleTracks sampleTracks();

    @Test
    default void anEmptyStorageHasNeitherSamplesNorOthers() {
        assertThat(sampleTracks().some(10)).isEmpty();
        assertThat(sampleTracks().areOthersThere()).isFalse();
    }

    @Test
    default void samplesAreToldFromOthersByTheirIds() {
        tracks().add(sample(0));
        tracks().add(sample(1));

        assertThat(sampleTracks().areOthersThere()).isFalse();

        tracks().add(track(1));

        assertThat(sampleTracks().areOthersThere()).isTrue();
        assertThat(sampleTracks().some(10)).containsExactlyInAnyOrder(SampleMark.id(0), SampleMark.id(1));
        assertThat(sampleTracks().some(1)).hasSize(1);
    }

    @Test
    default void othersAloneAreNoSamples() {
        tracks().add(track(1));

        assertThat(sampleTracks().some(10)).isEmpty();
        assertThat(sampleTracks().areOthersThere()).isTrue();
    }

    private static Track sample(int number) {
        return new Track(SampleMark.id(number), new TrackDetails("reader@example.com", null, null, null), NOON);
    }
}
