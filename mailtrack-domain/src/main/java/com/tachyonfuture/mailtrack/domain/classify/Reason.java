package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an open was judged as it was. Codes are stable: clients and stored opens use them. */
public enum Reason {
    OWNERS_BROWSER("You opened it yourself, in a browser that is signed in to this dashboard."),
    OWNERS_ADDRESS("It came from an address that you have called your own."),
    SENT_COPY("It came from where the mail was made, seconds after that: you saw the copy that you sent."),
    DECLARED_PREFETCH("The program said itself that it was loading ahead, before anybody looked."),
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
