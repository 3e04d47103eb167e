package com.tachyonfuture.mailtrack.domain.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HitTest {

    @Test
    void whatTheOtherSideChoosesIsCutByCodePoints() {
        Hit hit = hit("😀".repeat(1_001), "r".repeat(5_000));

        assertThat(hit.userAgent()).isEqualTo("😀".repeat(1_000));
        assertThat(hit.referer()).isEqualTo("r".repeat(2_000));
    }

    @Test
    void whatFitsStaysAsItIs() {
        Hit hit = hit("😀".repeat(1_000), " ");

        assertThat(hit.userAgent()).isEqualTo("😀".repeat(1_000));
        assertThat(hit.referer()).isEqualTo(" ");
        assertThat(hit(null, null)).extracting(Hit::userAgent, Hit::referer).containsExactly(null, null);
    }

    @Test
    void halfACharacterIsReplacedSoThatTheHitCanBeStored() {
        assertThat(hit("a\ud83db", null).userAgent()).isEqualTo("a\uFFFDb");
    }

    private static Hit hit(@Nullable String userAgent, @Nullable String referer) {
        return new Hit(new TrackId("abc"), Instant.EPOCH, null, userAgent, referer);
    }
}
