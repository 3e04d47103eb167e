package com.tachyonfuture.mailtrack.mysql;

import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UtcTimesTest extends MysqlFixture {

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kolkata"})
    void theTimeZoneOfThisProgramChangesNothing(String zone) throws SQLException {
        var before = TimeZone.getDefault();
        var skippedInNewYork = track(1, Instant.parse("2026-03-08T02:30:00.000001Z"));
        var twiceInNewYork = track(2, Instant.parse("2026-11-01T05:30:00Z"));
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            tracks().add(skippedInNewYork);
            tracks().add(twiceInNewYork);

            assertThat(tracks().page(TrackFilter.ALL, TrackSort.CREATED, null, 10))
                    .extracting(TrackSummary::track)
                    .containsExactly(twiceInNewYork, skippedInNewYork);
            assertThat(tracks().find(skippedInNewYork.id()).orElseThrow().track())
                    .isEqualTo(skippedInNewYork);
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(texts("SELECT CAST(created_at AS CHAR) FROM tracked_emails ORDER BY created_at"))
                .containsExactly("2026-03-08 02:30:00.000001", "2026-11-01 05:30:00.000000");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "between microseconds, 2026-11-20T12:00:00.123456001Z, 2026-11-20 12:00:00.123457",
        "a microsecond, 2026-11-20T12:00:00.123456Z, 2026-11-20 12:00:00.123456",
        "before all dates, -1000-01-01T00:00:00Z, 0001-01-01 00:00:00.000000",
        "after all dates, +100000-01-01T00:00:00Z, 9999-12-31 23:59:59.999999",
    })
    void aBoundIsTheFirstTimeThatAColumnCanHold(String name, Instant instant, String bound) {
        assertThat(UtcTimes.bound(instant)).as(name).isEqualTo(bound);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, 2026-11-20 12:00:00.000000",
        "2026-01-02T03:04:05.000006789Z, 2026-01-02 03:04:05.000006",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31 23:59:59.999999",
        "0001-01-01T00:00:00Z, 0001-01-01 00:00:00.000000",
        "9999-12-31T23:59:59.999999Z, 9999-12-31 23:59:59.999999",
        "+12345-01-01T00:00:00Z, +12345-01-01 00:00:00.000000",
        "-0044-03-15T12:00:00Z, -0044-03-15 12:00:00.000000",
    })
    void everyTimeHasItsText(Instant instant, String text) {
        assertThat(UtcTimes.text(instant)).isEqualTo(text);
    }

    @Test
    void datesThatDoNotExistAreNone() {
        assertThat(UtcTimes.instant("0000-00-00 00:00:00.000000")).isNull();
        assertThat(UtcTimes.instant("2026-02-00 10:00:00")).isNull();
        assertThat(UtcTimes.instant(null)).isNull();
        assertThat(UtcTimes.instant("2026-02-01 10:00:00")).isEqualTo("2026-02-01T10:00:00Z");
    }

    @Test
    void timesThatNoColumnCanHoldFindWhatTheyShould() {
        tracks().add(track(1));

        assertThat(found(Instant.MIN, Instant.MAX)).hasSize(1);
        assertThat(found(Instant.MAX, null)).isEmpty();
        assertThat(found(null, Instant.MIN)).isEmpty();
        assertThat(opens().readsSince(Instant.MAX, 10)).isEmpty();
        assertThat(opens().readsSince(Instant.MIN, 10)).isEmpty();
    }

    private List<TrackSummary> found(Instant since, Instant until) {
        return tracks().page(TrackFilter.ALL.withCreation(since, until), TrackSort.CREATED, null, 10);
    }
}
