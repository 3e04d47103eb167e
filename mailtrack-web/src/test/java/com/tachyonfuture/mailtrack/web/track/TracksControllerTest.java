package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackSamples;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

@MicronautTest
class TracksControllerTest {

    @Test
    void answersJson(@Client("/") HttpClient client) {
        String id = TrackSamples.sample().value();

        assertThat(client.toBlocking().retrieve("/api/tracks/" + id)).isEqualTo("{\"id\":\"sample\"}");
    }
}
