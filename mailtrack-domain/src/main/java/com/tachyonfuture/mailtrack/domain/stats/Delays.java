package com.tachyonfuture.mailtrack.domain.stats;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many of something took how long. */
public record Delays(SortedMap<Delay, Long> counts) {

    public static final Delays NONE = new Delays(new TreeMap<>());

    public Delays {
        var known = new TreeMap<Delay, Long>();
        counts.forEach((delay, count) -> {
            if (count != 0) {
                known.put(delay, count);
            }
        });
        counts = Collections.unmodifiableSortedMap(known);
    }

    /** These and more. */
    public Delays plus(Delays more) {
        var sum = new TreeMap<>(counts);
        more.counts.forEach((delay, count) -> sum.merge(delay, count, Long::sum));
        return new Delays(sum);
    }

    /** How many there are. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What half of them took at most; empty where there are none. */
    public Optional<Duration> median() {
        long half = (count() + 1) / 2;
        long passed = 0;
        for (Map.Entry<Delay, Long> entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed >= half) {
                return Optional.of(entry.getKey().middle());
            }
        }
        return Optional.empty();
    }

    /** About how many took less than a time. */
    public long below(Duration time) {
        return counts.headMap(Delay.of(time)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
