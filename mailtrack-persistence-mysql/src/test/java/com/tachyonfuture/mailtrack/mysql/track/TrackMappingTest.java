package com.tachyonfuture.mailtrack.mysql.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackSamples;
import org.junit.jupiter.api.Test;

class TrackMappingTest {

    @Test
    void rowsBecomeTracks() {
        assertThat(TrackMapping.INSTANCE.toTrackId(new TrackRow("sample"))).isEqualTo(TrackSamples.sample());
    }
}
