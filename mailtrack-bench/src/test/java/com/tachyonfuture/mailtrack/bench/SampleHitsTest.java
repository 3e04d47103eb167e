package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SampleHitsTest {

    private static final SampleHits HITS = SampleHits.of(List.of("one", "two", "three"), Instant.EPOCH);

    @Test
    void aHundredThousandReadersHaveAnAddressEach() {
        long addresses = IntStream.range(0, 100_000)
                .mapToObj(HITS::hit)
                .map(Hit::address)
                .distinct()
                .count();

        assertThat(addresses).isEqualTo(100_000);
    }

    @Test
    void allTracksAreInRotation() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(HITS::hit)
                        .map(hit -> hit.trackId().value()))
                .contains("one", "two", "three");
    }

    @Test
    void timeGoesOnFromHitToHit() {
        assertThat(HITS.hit(0).receivedAt()).isEqualTo(Instant.EPOCH);
        assertThat(HITS.hit(200_000).receivedAt()).isEqualTo(Instant.EPOCH.plusSeconds(2_000));
    }
}
