package com.tachyonfuture.mailtrack.mysql.access;

import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.time.Instant;

/// Removes what is over in steps, each a transaction of its own: however much there is, nobody waits long for a lock.
final class Removal {

    /// Rows at a time.
    static final int STEP = 500;

    private final Database database;

    Removal(Database database) {
        this.database = database;
    }

    /// @param delete takes the time, and how many rows at most
    void before(Instant time, String delete) {
        while (step(time, delete) == STEP) {
            // The next step.
        }
    }

    private int step(Instant time, String delete) {
        return database.write(connection -> {
            try (var statement = connection.prepareStatement(delete)) {
                statement.setString(1, UtcTimes.bound(time));
                statement.setInt(2, STEP);
                return statement.executeUpdate();
            }
        });
    }
}
