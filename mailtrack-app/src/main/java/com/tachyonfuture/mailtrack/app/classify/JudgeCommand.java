package com.tachyonfuture.mailtrack.app.classify;

import java.util.List;
import java.util.Optional;

/// The operator wants all history judged again.
///
/// @param dryRun only what it would come to, without changing anything
/// @param json the result as a JSON object, instead of a table
public record JudgeCommand(boolean dryRun, boolean json) {

    private static final String DRY_RUN = "--dry-run";
    private static final String JSON = "--json";

    /// What the words of a command line mean; empty when they mean nothing.
    public static Optional<JudgeCommand> parse(List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals("judge")) {
            return Optional.empty();
        }
        List<String> options = words.subList(1, words.size());
        boolean known = List.of(DRY_RUN, JSON).containsAll(options)
                && options.stream().distinct().count() == options.size();
        return known
                ? Optional.of(new JudgeCommand(options.contains(DRY_RUN), options.contains(JSON)))
                : Optional.empty();
    }
}
