package com.tachyonfuture.mailtrack.outbound.place;

import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// A file that is no database, or not the one that is needed: it will not do until it is replaced.
final class BrokenDatabase extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenDatabase(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
