package com.tachyonfuture.mailtrack.mysql;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What kind of failure an error of the server, the driver or the pool is. The numbers are those of MySQL and MariaDB.
enum Failure {
    /// Somebody else was there first, so the transaction can't go on: a deadlock (1213), a wait for a lock that took
    /// too long (1205), a row that changed since the snapshot (1020), a certification conflict of Galera (1213) or
    /// of Group Replication (3101).
    LOST_RACE,
    /// The connection is gone; another one may work.
    DISCONNECTED,
    /// This server has stopped taking writes, as one does that is no longer the primary; another one may take them.
    READ_ONLY,
    /// The server has no room: too many connections, a full disk, no time.
    OVERLOADED,
    /// A value that the server will never take.
    DATA_REJECTED,
    /// A mistake of ours, or of whoever set the server up.
    FAULT;

    private static final Set<Integer> LOST_RACES = Set.of(1020, 1205, 1213, 1614, 3101);
    private static final Set<Integer> DISCONNECTIONS = Set.of(1053, 1317, 1927, 2006, 2013, 4031);
    private static final Set<Integer> READ_ONLY_SERVERS = Set.of(1290, 1792, 1836, 3100);
    private static final Set<Integer> OVERLOADS =
            Set.of(1021, 1030, 1037, 1038, 1040, 1114, 1135, 1203, 1226, 1969, 3024);
    /// The last two are somebody's own rules: a trigger's, and a check that MySQL makes.
    private static final Set<Integer> REJECTIONS = Set.of(1062, 1153, 1264, 1265, 1292, 1300, 1366, 1406, 1644, 3819);

    static Failure of(SQLException error) {
        int code = error.getErrorCode();
        String state = Optional.ofNullable(error.getSQLState()).orElse("");
        if (LOST_RACES.contains(code) || state.startsWith("40")) {
            return LOST_RACE;
        }
        if (REJECTIONS.contains(code) || state.startsWith("22") || state.startsWith("23")) {
            return DATA_REJECTED;
        }
        if (READ_ONLY_SERVERS.contains(code) || isRefusedByDriver(error, state)) {
            return READ_ONLY;
        }
        if (OVERLOADS.contains(code)) {
            return OVERLOADED;
        }
        return ofConnection(error, code, state);
    }

    /// With several hosts in its URL, the driver lets nothing be changed on any but the first; it has no number for
    /// that.
    private static boolean isRefusedByDriver(SQLException error, String state) {
        return state.equals("S1009") && String.valueOf(error.getMessage()).contains("read-only");
    }

    private static Failure ofConnection(SQLException error, int code, String state) {
        boolean lost = DISCONNECTIONS.contains(code)
                || state.startsWith("08")
                || error instanceof SQLNonTransientConnectionException
                || error instanceof SQLRecoverableException;
        if (lost) {
            return DISCONNECTED;
        }
        return error instanceof SQLTransientException ? OVERLOADED : FAULT;
    }

    /// The first error of the database behind an exception.
    static Optional<SQLException> errorBehind(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }

    /// The same error as something to show: where it happened and its code, without the words of the server, and
    /// without the causes, which repeat them.
    static SQLException withoutWords(SQLException error) {
        var shown = new SQLException(code(error), error.getSQLState(), error.getErrorCode());
        shown.setStackTrace(error.getStackTrace());
        return shown;
    }

    /// What an operator can look up; the server's own message may hold values and addresses.
    static String code(SQLException error) {
        return "(error " + error.getErrorCode() + ", SQL state " + error.getSQLState() + ")";
    }
}
