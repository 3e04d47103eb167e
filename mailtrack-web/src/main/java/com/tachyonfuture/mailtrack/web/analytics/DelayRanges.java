package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.domain.stats.Delays;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// How many tracks had their first read within how long, in ranges that people think in.
record DelayRanges(Delays delays) {

    /// Where a range ends and the next begins.
    private static final List<Duration> BOUNDS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(30));

    /// One range.
    ///
    /// @param to null where it has no end
    record Range(Duration from, @Nullable Duration to, long tracks) {}

    List<Range> ranges() {
        return IntStream.rangeClosed(0, BOUNDS.size()).mapToObj(this::range).toList();
    }

    private Range range(int i) {
        Duration from = i == 0 ? Duration.ZERO : BOUNDS.get(i - 1);
        Duration to = i == BOUNDS.size() ? null : BOUNDS.get(i);
        long below = i == 0 ? 0 : delays.below(from);
        return new Range(from, to, (to == null ? delays.count() : delays.below(to)) - below);
    }

    /// What the ranges are called, in their order.
    static List<String> labels(Words words) {
        return IntStream.rangeClosed(0, BOUNDS.size())
                .mapToObj(i -> words.of("analytics.delay." + i))
                .toList();
    }
}
