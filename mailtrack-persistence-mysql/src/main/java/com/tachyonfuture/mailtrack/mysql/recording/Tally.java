package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a batch adds to the counters of a track. It changes with every open, since a batch has many.
final class Tally {

    private final EnumMap<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private long opens;
    private long reads;
    private Instant earliest = Instant.MAX;
    private Instant latest = Instant.MIN;
    private final List<Instant> readsAt = new ArrayList<>(1);

    /// @param verdict null where nobody judged
    /// @param counted whether it is one of the reads
    void add(Instant at, @Nullable Verdict verdict, boolean counted) {
        opens++;
        if (counted) {
            reads++;
            readsAt.add(at);
        }
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

    /// What becomes of a track by this.
    Activity addTo(Activity before) {
        Activity after = new Activity(
                before.opens() + opens - readsAt.size(),
                before.reads(),
                before.ownOpens() + of(Verdict.SELF),
                before.firstOpenedAt() == null || earliest.isBefore(before.firstOpenedAt())
                        ? earliest
                        : before.firstOpenedAt(),
                before.lastOpenedAt() == null || latest.isAfter(before.lastOpenedAt()) ? latest : before.lastOpenedAt(),
                before.firstReadAt(),
                before.latestReads());
        for (Instant readAt : readsAt) {
            after = after.and(readAt, true);
        }
        return after;
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
