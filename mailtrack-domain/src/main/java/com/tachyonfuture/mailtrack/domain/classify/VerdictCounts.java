package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** How many opens there are of each verdict, repeats included; those that nobody has judged are in none of them. */
public record VerdictCounts(Map<Verdict, Long> counts) {

    /** Nothing was judged. */
    public static final VerdictCounts NONE = new VerdictCounts(Map.of());

    public VerdictCounts {
        var known = new EnumMap<Verdict, Long>(Verdict.class);
        counts.forEach((verdict, count) -> {
            if (count != 0) {
                known.put(verdict, count);
            }
        });
        counts = Collections.unmodifiableMap(known);
    }

    public long of(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** All that were judged. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As many, with the other sign: what these counts lose when all of it goes. */
    public VerdictCounts negated() {
        var negated = new EnumMap<Verdict, Long>(Verdict.class);
        counts.forEach((verdict, count) -> negated.put(verdict, -count));
        return new VerdictCounts(negated);
    }
}
