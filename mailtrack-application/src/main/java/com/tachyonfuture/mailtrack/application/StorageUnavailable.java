package com.tachyonfuture.mailtrack.application;

import org.jspecify.annotations.Nullable;

/**
 * The storage can't be reached or is not ready, so that nothing was changed, or nobody knows; the same call may go
 * through later. Expected for as long as a database is down, so it carries no stack trace of its own.
 */
public final class StorageUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String reason, @Nullable Throwable cause) {
        super(reason, cause, false, false);
    }
}
