package com.tachyonfuture.mailtrack.application.recipient;

import java.util.Arrays;
import java.util.Optional;

/** What a list of recipients begins with. */
public enum RecipientSort {
    /** Who read last; who never read comes last. */
    LAST_READ("last_read"),
    /** Who got most. */
    SENT("sent"),
    /** Whose engagement is greatest. */
    SCORE("score"),
    /** In the order of their names, as {@code RecipientName} compares them, character by character. */
    NAME("name");

    private final String code;

    RecipientSort(String code) {
        this.code = code;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    public static Optional<RecipientSort> of(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
    }
}
