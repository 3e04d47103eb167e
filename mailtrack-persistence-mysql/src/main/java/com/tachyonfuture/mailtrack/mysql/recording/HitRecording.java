package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.recording.Step;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.Written;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Makes opens of hits, within a transaction that has locked whatever says that they are recorded once. The order of
/// locks is that of [MysqlOpenLog].
///
/// @param repeatWindow how long after an open another one of the same viewer is a repeat; zero: never
record HitRecording(Duration repeatWindow) {

    private static final StepTimes UNTIMED = new StepTimes(() -> 0);

    /// To be called first in a transaction. Views of others are looked up after the tracks are locked, and have to
    /// be those of that moment. And with the usual isolation, where looking takes a snapshot, some versions of
    /// MariaDB refuse from then on to change rows that others have changed meanwhile; the totals are such.
    static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("/* recording.begin */ SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
        }
    }

    Written makeOpens(Connection connection, List<Hit> hits, Judge judge) throws SQLException {
        return makeOpens(connection, hits, judge, UNTIMED.begin());
    }

    Written makeOpens(Connection connection, List<Hit> hits, Judge judge, StepTimes.Laps laps) throws SQLException {
        int all = hits.size();
        var tracks =
                KnownTracks.lock(connection, hits.stream().map(Hit::trackId).toList());
        laps.end(Step.KNOWN_TRACKS, all);
        var opens = NewOpens.of(hits, tracks, judge);
        laps.end(Step.JUDGE, all);
        opens.markRepeats(connection, repeatWindow);
        laps.end(Step.MARK_REPEATS, all);
        opens.insert(connection);
        laps.end(Step.INSERT_OPENS, all);
        opens.count(connection);
        laps.end(Step.COUNT, all);
        opens.rollUp(connection);
        laps.end(Step.ROLL_UP, all);
        return new Written(opens.size(), all - opens.size());
    }
}
