package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import java.time.Instant;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/// What a batch adds to the counters of a track. It changes with every open, since a batch has many.
final class Tally {

    private final EnumMap<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long opens;
    private long reads;
    private Instant earliest = Instant.MAX;
    private Instant latest = Instant.MIN;

    /// @param verdict null where nobody judged
    /// @param counted whether it is one of the reads
    void add(Instant at, @Nullable Verdict verdict, boolean counted) {
        opens++;
        reads += counted ? 1 : 0;
        earliest = at.isBefore(earliest) ? at : earliest;
        latest = at.isAfter(latest) ? at : latest;
        if (verdict != null) {
            verdicts.merge(verdict, 1L, Long::sum);
        }
    }

    /// Adds what another has; the times stay.
    void addCounts(Tally other) {
        opens += other.opens;
        reads += other.reads;
        other.verdicts.forEach((verdict, count) -> verdicts.merge(verdict, count, Long::sum));
    }

    long opens() {
        return opens;
    }

    long reads() {
        return reads;
    }

    long of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }

    VerdictCounts verdicts() {
        return new VerdictCounts(verdicts);
    }

    Instant earliest() {
        return earliest;
    }

    Instant latest() {
        return latest;
    }
}
