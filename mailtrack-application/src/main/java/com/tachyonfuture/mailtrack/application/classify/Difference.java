package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What judging opens again came to, in numbers.
 *
 * @param changes the opens that were judged, by what became of each
 * @param readsBefore those of them that counted as reads before
 * @param readsAfter those of them that count as reads now
 * @param newRepeats those that are repeats now and were none
 * @param endedRepeats those that were repeats and are none now
 * @param failed opens that could not be judged and stay as they were
 */
public record Difference(
        Map<Change, Long> changes, long readsBefore, long readsAfter, long newRepeats, long endedRepeats, long failed) {

    /** Nothing was judged. */
    public static final Difference NONE = new Difference(Map.of(), 0, 0, 0, 0, 0);

    /**
     * What became of an open.
     *
     * @param was null where nobody had judged it
     * @param reason of what it is now
     */
    public record Change(@Nullable Verdict was, Verdict became, Reason reason) {

        /** Whether the verdict is another one. */
        public boolean isOther() {
            return was != became;
        }
    }

    public Difference {
        changes = Map.copyOf(changes);
    }

    /** How many opens were looked at. */
    public long opens() {
        return failed + changes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many have another verdict. */
    public long others() {
        return changes.entrySet().stream()
                .filter(change -> change.getKey().isOther())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Both together. */
    public Difference plus(Difference more) {
        var sums = new HashMap<>(changes);
        more.changes.forEach((change, opens) -> sums.merge(change, opens, Long::sum));
        return new Difference(
                sums,
                readsBefore + more.readsBefore,
                readsAfter + more.readsAfter,
                newRepeats + more.newRepeats,
                endedRepeats + more.endedRepeats,
                failed + more.failed);
    }

    /** Sums one open after another. */
    static final class Sum {

        private final Map<Change, Long> changes = new HashMap<>();
        private long readsBefore;
        private long readsAfter;
        private long newRepeats;
        private long endedRepeats;
        private long failed;

        void add(JudgedAgain open) {
            if (open.reviewed() == null) {
                failed++;
                return;
            }
            var judgement = Objects.requireNonNull(open.reviewed()).judged().judgement();
            var before = open.open().judgement();
            var change = new Change(before == null ? null : before.verdict(), judgement.verdict(), judgement.reason());
            changes.merge(change, 1L, Long::sum);
            readsBefore += open.open().isCounted() ? 1 : 0;
            readsAfter += open.isCounted() ? 1 : 0;
            newRepeats += open.repeat() && !open.open().repeat() ? 1 : 0;
            endedRepeats += open.open().repeat() && !open.repeat() ? 1 : 0;
        }

        Difference difference() {
            return new Difference(changes, readsBefore, readsAfter, newRepeats, endedRepeats, failed);
        }
    }
}
