package com.tachyonfuture.mailtrack.mysql.recording;

import java.time.Duration;
import java.time.Instant;

/// Somebody looked at a track.
///
/// @param viewer see [com.tachyonfuture.mailtrack.domain.classify.Viewer]
record View(long viewer, Instant at) {

    private static final long BUCKET = Duration.ofHours(1).toSeconds();

    /// Far beyond what the database stores as a time.
    private static final long FARTHEST = 1L << 42;

    private static final long MICROS = 1_000_000;

    /// The hour of the view, counted from 1970.
    long bucket() {
        return bucket(at.getEpochSecond());
    }

    /// @param second since 1970
    static long bucket(long second) {
        return Math.floorDiv(second, BUCKET);
    }

    /// Microseconds since the hour began.
    int microsOfBucket() {
        return (int) (Math.floorMod(at.getEpochSecond(), BUCKET) * MICROS + at.getNano() / 1_000);
    }

    /// Microseconds since 1970.
    long micros() {
        return Math.clamp(at.getEpochSecond(), -FARTHEST, FARTHEST) * MICROS + at.getNano() / 1_000;
    }

    static long micros(long bucket, int microsOfBucket) {
        return bucket * BUCKET * MICROS + Integer.toUnsignedLong(microsOfBucket);
    }
}
