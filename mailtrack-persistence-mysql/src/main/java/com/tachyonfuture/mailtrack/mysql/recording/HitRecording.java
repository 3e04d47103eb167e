package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.recording.Step;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.Written;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.mysql.recording.NewViews.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Makes opens of hits, within a transaction that sees what others have committed meanwhile, and has locked whatever
/// says that they are recorded once. Views of others are looked up after the tracks are locked, and have to be those
/// of that moment. The order of locks is that of [MysqlOpenLog].
record HitRecording(RecentViews recent) {

    /// What a transaction did, of which something is to be remembered when it has ended well.
    record Recorded(Written written, Runnable remember) {

        static final Recorded NOTHING = new Recorded(new Written(0, 0), () -> {});
    }

    private static final StepTimes UNTIMED = new StepTimes(() -> 0);

    Recorded makeOpens(Connection connection, List<Hit> hits, Source source, Judge judge) throws SQLException {
        return makeOpens(connection, hits, source, judge, UNTIMED.begin());
    }

    /// @param source of the hits, which nobody else writes until the transaction ends
    Recorded makeOpens(Connection connection, List<Hit> hits, Source source, Judge judge, StepTimes.Laps laps)
            throws SQLException {
        int all = hits.size();
        var tracks =
                KnownTracks.lock(connection, hits.stream().map(Hit::trackId).toList());
        laps.end(Step.KNOWN_TRACKS, all);
        var opens = NewOpens.of(hits, tracks, judge);
        laps.end(Step.JUDGE, all);
        NewViews views = opens.markRepeats(connection, recent);
        views.insert(connection, source);
        laps.end(Step.MARK_REPEATS, all);
        opens.insert(connection);
        laps.end(Step.INSERT_OPENS, all);
        opens.count(connection);
        laps.end(Step.COUNT, all);
        opens.rollUp(connection);
        laps.end(Step.ROLL_UP, all);
        return new Recorded(
                new Written(opens.size(), all - opens.size() - opens.stopped(), opens.stopped()),
                () -> views.keep(source));
    }
}
