package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sure a judgement is. */
public enum Confidence {
    /** One weak sign, or signs that disagree. */
    LOW,
    /** Usual for this, though other explanations exist. */
    MEDIUM,
    /** The sign is specific: hardly anything else looks like it. */
    HIGH;

    /** The word for it in tables and the API, such as {@code high}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Confidence> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
