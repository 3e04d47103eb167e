package com.tachyonfuture.mailtrack.web.access;

import java.time.Instant;

/// Ends a request that came with a name and a password too soon after too many that were wrong. Strangers decide how
/// many there are, so it carries no stack trace.
final class TooManyTries extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant nextTryAt;

    TooManyTries(Instant nextTryAt) {
        super("too many tries", null, false, false);
        this.nextTryAt = nextTryAt;
    }

    Instant nextTryAt() {
        return nextTryAt;
    }
}
