package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an open was judged as it was. Codes are stable: clients and stored opens use them. */
public enum Reason {
    NO_EVIDENCE("Nothing that came with this fetch tells what it was.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** The word for it in tables and the API, such as {@code no_evidence}; at most 32 characters. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For somebody who knows nothing of mail systems. */
    public String sentence() {
        return sentence;
    }

    public static Optional<Reason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
