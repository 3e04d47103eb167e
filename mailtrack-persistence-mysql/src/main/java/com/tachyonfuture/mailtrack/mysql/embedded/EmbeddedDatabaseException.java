package com.tachyonfuture.mailtrack.mysql.embedded;

import org.jspecify.annotations.Nullable;

/// The embedded database could not be started, and the message tells the operator why.
public final class EmbeddedDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedDatabaseException(String message) {
        this(message, null);
    }

    EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
