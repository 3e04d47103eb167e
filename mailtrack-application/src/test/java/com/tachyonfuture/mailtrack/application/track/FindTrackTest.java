package com.tachyonfuture.mailtrack.application.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import org.junit.jupiter.api.Test;

class FindTrackTest {

    @Test
    void knowsTheName() {
        assertThat(new FindTrack().named(new TrackId("a"))).isEqualTo("a");
        assertThat(new FindTrack().named(new TrackId(""))).isNull();
    }
}
