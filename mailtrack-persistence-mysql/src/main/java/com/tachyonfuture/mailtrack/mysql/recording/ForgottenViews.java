package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.mysql.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Removes old views bit by bit, in transactions of their own, as batches come: from the first batch of each hour on,
/// until there are no more. Safe for many threads, though one is enough.
final class ForgottenViews {

    private final Database database;
    private final Duration repeatWindow;
    private volatile Instant done = Instant.MIN;

    ForgottenViews(Database database, Duration repeatWindow) {
        this.database = database;
        this.repeatWindow = repeatWindow;
    }

    /// Removes some of what no hit of a batch needs, unless that is done.
    void forgetBefore(Batch batch) {
        Instant hour = batch.hits().get(0).receivedAt().truncatedTo(ChronoUnit.HOURS);
        if (!hour.isAfter(done)) {
            return;
        }
        boolean more = database.write(connection -> RecentViews.forgetSome(connection, hour, repeatWindow));
        if (!more) {
            done = hour;
        }
    }
}
