package com.tachyonfuture.mailtrack.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T12:00:00Z, 2026-11-20T12:00:00Z",
        "2026-11-20t12:00:00z, 2026-11-20T12:00:00Z",
        "2026-11-20T12:00:00.123456Z, 2026-11-20T12:00:00.123456Z",
        "2026-11-20T12:00:00.1234561Z, 2026-11-20T12:00:00.123457Z",
        "2026-11-20T12:00Z, 2026-11-20T12:00:00Z",
        "2026-11-20T12:00:00+02:00, 2026-11-20T10:00:00Z",
        "2026-11-20T12:00:00 02:00, 2026-11-20T10:00:00Z",
        "2026-11-20T12:00:00.5-0530, 2026-11-20T17:30:00.500Z",
        "2026-11-20T12:00:00+02, 2026-11-20T10:00:00Z",
        "2026-11-20T12:00:00, 2026-11-20T12:00:00Z",
        "2026-11-20 12:00:00, 2026-11-20T12:00:00Z",
        "2026-11-20 12:00 02:00, 2026-11-20T10:00:00Z",
        "2026-11-20, 2026-11-20T00:00:00Z",
        "' 2026-11-20 ', 2026-11-20T00:00:00Z",
        "0, 1970-01-01T00:00:00Z",
        "-1.5, 1969-12-31T23:59:58.500Z",
        "1795176000, 2026-11-20T12:00:00Z",
        "1795176000.25, 2026-11-20T12:00:00.250Z",
        "1795176000.123456, 2026-11-20T12:00:00.123456Z",
        "1795176000.1234560001, 2026-11-20T12:00:00.123457Z",
        "1795176000.99999999999, 2026-11-20T12:00:01Z",
    })
    void areReadAsTheyAreMeant(String text, Instant moment) {
        assertThat(Moments.parse(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "NaN",
                "Infinity",
                "1e9",
                "1e999999999",
                "0x10",
                "1.",
                ".5",
                "--1",
                "2026-13-01",
                "2026-02-30",
                "2026-11-20T25:00:00Z",
                "2026-11-20T12:00:00+25:00",
                "2026-11-20T12",
                "+12026-11-20",
                "0000-01-01",
                "0999-12-31",
                "9999-12-31T00:00:01",
                "1795176000000",
                "-999999999999",
                "999999999999999999999999999999",
                "2026-11-20T12:00:00Z; DROP TABLE opens",
                "\u0662\u0660\u0662\u0666-11-20"
            })
    void anythingElseIsNone(String text) {
        assertThat(Moments.parse(text)).isEmpty();
    }
}
