package com.tachyonfuture.mailtrack.domain.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuarterHourTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        in its middle,        2026-11-20T12:07:30.5Z,         2026-11-20T12:00:00Z
        its first moment,     2026-11-20T12:15:00Z,           2026-11-20T12:15:00Z
        its last moment,      2026-11-20T12:14:59.999999999Z, 2026-11-20T12:00:00Z
        the last of a day,    2026-12-31T23:59:59.999999Z,    2026-12-31T23:45:00Z
        the epoch,            1970-01-01T00:00:00Z,           1970-01-01T00:00:00Z
        just before it,       1969-12-31T23:59:59.999999999Z, 1969-12-31T23:45:00Z
        long before it,       0001-01-01T00:00:01Z,           0001-01-01T00:00:00Z
        the last of DATETIME, 9999-12-31T23:59:59.999999Z,    9999-12-31T23:45:00Z
        """)
    void aMomentLiesInTheOneThatBeganLast(String name, Instant moment, Instant start) {
        assertThat(QuarterHour.of(moment)).as(name).isEqualTo(new QuarterHour(start));
    }

    @Test
    void itBeginsAtNoOtherTime() {
        for (String wrong : new String[] {
            "2026-11-20T12:01:00Z", "2026-11-20T12:15:01Z", "2026-11-20T12:15:00.000000001Z", "1969-12-31T23:45:01Z"
        }) {
            assertThatThrownBy(() -> new QuarterHour(Instant.parse(wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
        }
    }

    @Test
    void theEarlierOneComesFirst() {
        var early = QuarterHour.of(Instant.EPOCH.minusSeconds(1));
        var late = QuarterHour.of(Instant.EPOCH);

        assertThat(early).isLessThan(late);
    }

    /** What the size of the piece rests upon. */
    @Test
    void theDaysOfEveryZoneBeginWithOne() {
        var now = Instant.parse("2026-11-20T12:00:00Z");

        assertThat(ZoneId.getAvailableZoneIds())
                .allSatisfy(
                        id -> assertThat(ZoneId.of(id).getRules().getOffset(now).getTotalSeconds()
                                        % QuarterHour.LENGTH.toSeconds())
                                .isZero());
    }
}
