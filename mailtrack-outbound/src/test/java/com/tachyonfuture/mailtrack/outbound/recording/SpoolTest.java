package com.tachyonfuture.mailtrack.outbound.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackSamples;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

@MicronautTest
class SpoolTest {

    @Test
    void givesBackWhatItTook(Spool spool) {
        spool.append(TrackSamples.sample());

        assertThat(spool.next()).isEqualTo(TrackSamples.sample());
        assertThat(spool.next()).isNull();
    }
}
