package com.tachyonfuture.mailtrack.app.settings;

import org.jspecify.annotations.Nullable;

/// A text that must not be seen: it prints as `***`, and so does every record that holds one.
public final class Secret {

    static final String MASK = "***";

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /// The text itself; not for logs and messages.
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
