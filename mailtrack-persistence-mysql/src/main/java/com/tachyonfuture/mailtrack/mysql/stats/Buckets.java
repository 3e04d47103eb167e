package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.QuarterHour;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// How pieces of time are called in the tables of numbers: by the level, from 0 for a quarter of an hour to 3 for a
/// month, and by the number of the quarter of an hour, counted from 1970 in UTC, with which they begin. Numbers take
/// less room in keys than times do, and the database can look them up in a list of bounds.
final class Buckets {

    private static final long SECONDS = QuarterHour.LENGTH.toSeconds();

    private static final long PER_DAY = Duration.ofDays(1).toSeconds() / SECONDS;

    private Buckets() {}

    static long of(Instant start) {
        return Math.floorDiv(start.getEpochSecond(), SECONDS);
    }

    static Instant start(long bucket) {
        return Instant.ofEpochSecond(bucket * SECONDS);
    }

    /// The first one of the day that one lies in.
    static long dayOf(long bucket) {
        return Math.floorDiv(bucket, PER_DAY) * PER_DAY;
    }

    static int code(Level level) {
        return switch (level) {
            case QUARTER -> 0;
            case HOUR -> 1;
            case DAY -> 2;
            case MONTH -> 3;
        };
    }

    static Level level(int code) {
        return Arrays.stream(Level.values())
                .filter(level -> code(level) == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no pieces of time have the level " + code));
    }
}
