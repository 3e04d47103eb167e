package com.tachyonfuture.mailtrack.app.classify;

import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.Difference.Change;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What judging again came to, as a table for people or as JSON for programs.
///
/// @param trial whether nothing was changed
record DifferenceText(Difference difference, boolean trial) {

    private static final Comparator<Map.Entry<Change, Long>> MOST_FIRST = Comparator.comparing(
                    (Map.Entry<Change, Long> change) -> change.getValue())
            .reversed()
            .thenComparing(change -> change.getKey().toString());

    void print(PrintStream out, boolean json) {
        if (json) {
            out.println(json());
        } else {
            table(out);
        }
    }

    private void table(PrintStream out) {
        List<Map.Entry<Change, Long>> others =
                changes().stream().filter(change -> change.getKey().isOther()).toList();
        if (!others.isEmpty()) {
            out.printf("%10s  %-12s  %-12s  %s%n", "OPENS", "VERDICT WAS", "IS", "REASON");
            others.forEach(change -> out.printf(
                    Locale.ROOT,
                    "%10d  %-12s  %-12s  %s%n",
                    change.getValue(),
                    code(change.getKey().was(), "none"),
                    change.getKey().became().code(),
                    change.getKey().reason().code()));
            out.println();
        }
        out.printf(
                Locale.ROOT,
                "Opens judged: %d. With another verdict: %d. Reads among them: %d before, %d now.%n"
                        + "Repeats that were none: %d. Repeats no more: %d.%n",
                difference.opens() - difference.failed(),
                difference.others(),
                difference.readsBefore(),
                difference.readsAfter(),
                difference.newRepeats(),
                difference.endedRepeats());
        if (difference.failed() > 0) {
            out.printf(Locale.ROOT, "Opens that could not be judged and stay as they were: %d.%n", difference.failed());
        }
        if (trial) {
            out.println("This was a dry run: nothing was changed.");
        }
    }

    private List<Map.Entry<Change, Long>> changes() {
        return difference.changes().entrySet().stream().sorted(MOST_FIRST).toList();
    }

    private static String code(@Nullable Verdict verdict, String none) {
        return verdict == null ? none : verdict.code();
    }

    /// All of it are codes and numbers of ours, so there is nothing to escape.
    private String json() {
        String changes = changes().stream().map(DifferenceText::json).collect(Collectors.joining(","));
        return ("{\"dry_run\":%b,\"judged\":%d,\"failed\":%d,\"other_verdict\":%d,\"reads_before\":%d,\"reads_after\":%d,"
            + "\"new_repeats\":%d,\"ended_repeats\":%d,\"changes\":[%s]}")
                .formatted(
                        trial,
                        difference.opens() - difference.failed(),
                        difference.failed(),
                        difference.others(),
                        difference.readsBefore(),
                        difference.readsAfter(),
                        difference.newRepeats(),
                        difference.endedRepeats(),
                        changes);
    }

    private static String json(Map.Entry<Change, Long> change) {
        Verdict was = change.getKey().was();
        return "{\"was\":%s,\"is\":\"%s\",\"reason\":\"%s\",\"opens\":%d}"
                .formatted(
                        was == null ? "null" : "\"" + was.code() + "\"",
                        change.getKey().became().code(),
                        change.getKey().reason().code(),
                        change.getValue());
    }
}
