package com.tachyonfuture.mailtrack.app;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Why the service can't start, in words for whoever starts it.
public final class StartFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public StartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
