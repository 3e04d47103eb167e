package com.tachyonfuture.mailtrack.mysql;

import java.sql.SQLException;

/// The database will not take a value, however often it is tried; nothing was changed. No message names a
/// value, not even that of the cause.
public final class DataRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int DUPLICATE_KEY = 1062;

    private final int error;

    DataRejected(SQLException cause) {
        super("the database does not take the data " + Failure.code(cause), Failure.withoutWords(cause));
        this.error = cause.getErrorCode();
    }

    /// Whether a row with this key is there already.
    public boolean isDuplicate() {
        return error == DUPLICATE_KEY;
    }
}
