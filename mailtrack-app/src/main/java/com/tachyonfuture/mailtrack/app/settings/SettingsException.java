package com.tachyonfuture.mailtrack.app.settings;

import java.io.Serial;
import java.util.List;

/// Everything that is wrong with the settings, in words for whoever has to correct them.
///
/// It has neither a stack trace nor a cause: the fault is not in the program, and a cause could repeat a secret.
public final class SettingsException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String[] problems;

    SettingsException(List<String> problems) {
        super(summary(problems), null, false, false);
        this.problems = problems.toArray(String[]::new);
    }

    private static String summary(List<String> problems) {
        String count = problems.size() == 1 ? "one setting is" : problems.size() + " settings are";
        return "Mailtrack cannot start, because " + count + " not right:\n  - " + String.join("\n  - ", problems);
    }

    /// One sentence for each problem, naming the setting, its value (secrets masked) and what is allowed.
    public List<String> problems() {
        return List.of(problems);
    }
}
