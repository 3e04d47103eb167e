package com.tachyonfuture.mailtrack.app.settings;

import java.io.Serial;

/// A text that is not what its setting allows; the message says why and never repeats any part of the text.
final class BadValue extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    BadValue(String reason) {
        super(reason);
        this.reason = reason;
    }

    /// For values of which nothing better can be said than what is allowed.
    BadValue() {
        this("");
    }

    /// Half a sentence that begins with "it", or nothing.
    String reason() {
        return reason;
    }
}
