package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Slices of time as the tables of numbers know them. All of it is numbers, written out: the database looks a slice up
/// among constants fast.
record Pieces(Slices slices, List<Level> levels) {

    /// A condition that rows of the slices meet, each by the largest pieces: a few ranges of the key.
    String condition() {
        return slices.parts(levels).stream()
                .map(part -> "(level = %d AND bucket >= %d AND bucket < %d)"
                        .formatted(
                                Buckets.code(part.level()),
                                Buckets.of(part.range().from()),
                                Buckets.of(part.range().to())))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /// The number of the slice that a bucket lies in, from 0.
    String slice() {
        return sliceOf("bucket", slices.cuts());
    }

    static String sliceOf(String bucket, List<Instant> cuts) {
        return cuts.stream()
                .map(cut -> Long.toString(Buckets.of(cut)))
                .collect(Collectors.joining(", ", "INTERVAL(" + bucket + ", ", ") - 1"));
    }
}
