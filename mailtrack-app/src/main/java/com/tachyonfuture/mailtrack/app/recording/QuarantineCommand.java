package com.tachyonfuture.mailtrack.app.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the operator wants with the hits in quarantine.
public sealed interface QuarantineCommand {

    /// Shows them.
    ///
    /// @param json a JSON object on a line of its own for each, instead of a table
    record Show(boolean json) implements QuarantineCommand {}

    /// Tries all of them again.
    record ReplayAll() implements QuarantineCommand {}

    /// Tries those with these ids again.
    record Replay(List<Long> ids) implements QuarantineCommand {}

    /// Forgets all of them.
    record DiscardAll() implements QuarantineCommand {}

    /// Forgets those with these ids.
    record Discard(List<Long> ids) implements QuarantineCommand {}

    /// What the words of a command line mean; empty when they mean nothing.
    static Optional<QuarantineCommand> parse(List<String> words) {
        if (words.isEmpty() || !words.getFirst().equals("quarantine")) {
            return Optional.empty();
        }
        List<String> rest = words.subList(1, words.size());
        return switch (String.join(" ", rest)) {
            case "" -> Optional.of(new Show(false));
            case "--json" -> Optional.of(new Show(true));
            case "replay all" -> Optional.of(new ReplayAll());
            case "discard all" -> Optional.of(new DiscardAll());
            default -> parseWithIds(rest);
        };
    }

    private static Optional<QuarantineCommand> parseWithIds(List<String> words) {
        return ids(words.subList(1, words.size())).flatMap(ids -> switch (words.getFirst()) {
            case "replay" -> Optional.of(new Replay(ids));
            case "discard" -> Optional.of(new Discard(ids));
            default -> Optional.empty();
        });
    }

    private static Optional<List<Long>> ids(List<String> words) {
        var ids = new ArrayList<Long>();
        for (String word : words) {
            if (!word.matches("[0-9]{1,18}")) {
                return Optional.empty();
            }
            ids.add(Long.valueOf(word));
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }
}
