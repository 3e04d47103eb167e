package com.tachyonfuture.mailtrack.application.transfer;

import java.util.Optional;
import java.util.regex.Pattern;

/** The identity of a file that waits to be imported: a UUID in lower case. */
public record ImportId(String value) {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public ImportId {
        if (!UUID.matcher(value).matches()) {
            throw new IllegalArgumentException("an import's id is a UUID in lower case");
        }
    }

    /** The id that a text stands for; empty when no import can have it. */
    public static Optional<ImportId> parse(String text) {
        return UUID.matcher(text).matches() ? Optional.of(new ImportId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
