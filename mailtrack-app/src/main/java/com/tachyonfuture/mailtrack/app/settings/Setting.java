package com.tachyonfuture.mailtrack.app.settings;

import java.util.Optional;

/// One thing that the owner can set: all that parsing, messages and documentation need to know of it.
///
/// @param meaning what it is for, in one or two sentences
/// @param defaultText what counts when it is absent; empty where nothing does
/// @param whenAbsent the same in words, for the documentation
/// @param example a value as it may stand in `.env`
/// @param actedOn whether this version does anything with it
record Setting<T>(
        String name,
        Format<T> format,
        String meaning,
        String defaultText,
        String whenAbsent,
        String example,
        boolean actedOn) {

    static <T> Setting<T> named(String name, Format<T> format, String meaning) {
        return new Setting<>(name, format, meaning, "", "none", "", true);
    }

    Setting<T> byDefault(String text) {
        return new Setting<>(name, format, meaning, text, "`" + text + "`", example, actedOn);
    }

    Setting<T> whenAbsent(String words) {
        return new Setting<>(name, format, meaning, "", words, example, actedOn);
    }

    Setting<T> example(String text) {
        return new Setting<>(name, format, meaning, defaultText, whenAbsent, text, actedOn);
    }

    Setting<T> notActedOnYet() {
        return new Setting<>(name, format, meaning, defaultText, whenAbsent, example, false);
    }

    Optional<T> defaultValue() {
        return defaultText.isEmpty() ? Optional.empty() : Optional.of(format.read(defaultText));
    }
}
