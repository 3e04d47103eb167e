package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenJsonTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:0DB8:0:0::17, 2001:db8::17",
        "::ffff:192.0.2.1, 192.0.2.1",
        "unknown, unknown",
        ", ",
    })
    void addressesOfOldDatabasesAreShownInOneSpelling(String stored, String shown) {
        assertThat(OpenJson.of(open(stored, null)).ipAddress()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({", true", "true, true", "false, false"})
    void theJudgementOfTheServiceBeforeUsIsKept(Boolean judged, boolean shown) {
        assertThat(OpenJson.of(open(null, judged)).isRealOpen()).isEqualTo(shown);
    }

    private static Open open(String address, Boolean realOpen) {
        return Open.takenOver(1, new TrackId("x"), null, address, null, null, null, null, "google", realOpen);
    }
}
