package com.tachyonfuture.mailtrack.app.database;

import java.sql.SQLException;
import java.util.Optional;

/// Why the schema can't be brought up to date, in words for the operator.
///
/// The server's own words are not among them: they may name values, and the address by which it knows us. They are
/// in the debug log.
final class SchemaProblem {

    private static final int ACCESS_TO_DATABASE_DENIED = 1044;
    private static final int ACCESS_DENIED = 1045;
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int TABLE_ACCESS_DENIED = 1142;
    private static final int ACCESS_DENIED_WITHOUT_PASSWORD = 1698;

    private SchemaProblem() {}

    static String of(Throwable thrown) {
        return innermostError(thrown)
                .map(error -> words(error) + " (error " + error.getErrorCode() + ", SQL state " + error.getSQLState()
                        + "; log level DEBUG tells more)")
                .orElseGet(() -> String.valueOf(innermost(thrown).getMessage()).strip());
    }

    private static String words(SQLException error) {
        return switch (error.getErrorCode()) {
            case ACCESS_DENIED, ACCESS_DENIED_WITHOUT_PASSWORD -> "the server refuses the user name or the password";
            case ACCESS_TO_DATABASE_DENIED -> "the user has no rights on this database";
            case TABLE_ACCESS_DENIED -> "the user lacks rights on the tables";
            case UNKNOWN_DATABASE -> "the server has no database of this name";
            default -> wordsForState(String.valueOf(error.getSQLState()));
        };
    }

    private static String wordsForState(String state) {
        return state.startsWith("08") ? "the server can't be reached" : "the server refuses a statement";
    }

    /// The pool and the migrations wrap what the driver says, and know less.
    private static Optional<SQLException> innermostError(Throwable thrown) {
        SQLException found = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                found = error;
            }
        }
        return Optional.ofNullable(found);
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
