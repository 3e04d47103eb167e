package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.Step;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.recording.HitRecording.Recorded;
import com.tachyonfuture.mailtrack.mysql.recording.NewViews.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// [OpenLog] in the database.
///
/// ## The order of locks
/// Each transaction takes them in the same order, so that no two wait for each other: the spool's position, the hit
/// in quarantine, the tracks by id, those of `recent_views`, the rows of `opens`, those of `track_rollups`, those of
/// `recipients` by their keys, those of `rollups`, `sent_rollups` and `first_read_rollups` by their keys, the totals.
/// Whoever deletes a track goes the same way. The totals of all kinds come last, because every transaction wants
/// them.
public final class MysqlOpenLog implements OpenLog {

    private final Database database;
    private final StepTimes times;
    private final HitRecording recording;
    private final Set<String> preparedSpools = ConcurrentHashMap.newKeySet();
    private final QuarantineReport report = new QuarantineReport();
    private final ForgottenViews forgottenViews;

    /// @param repeatWindow how long after an open another one of the same viewer is a repeat; zero: never
    public MysqlOpenLog(Database database, StepTimes times, Duration repeatWindow) {
        this.database = database;
        this.times = times;
        this.recording = new HitRecording(new RecentViews(repeatWindow));
        this.forgottenViews = new ForgottenViews(database, repeatWindow);
    }

    @Override
    public Written write(Batch batch, Judge judge) {
        var position = new SpoolPosition(batch.spool());
        try {
            if (!preparedSpools.contains(batch.spool())) {
                database.write(position::prepare);
                preparedSpools.add(batch.spool());
            }
            forgottenViews.forgetBefore(batch);
            StepTimes.Laps laps = times.begin();
            Recorded recorded = database.writeSeeingCommits(connection -> write(connection, batch, judge, laps));
            recorded.remember().run();
            Written written = recorded.written();
            int hits = written.opens() + written.unknown() + written.stopped();
            if (hits > 0) {
                laps.end(Step.COMMIT, hits);
                laps.keep();
            }
            return written;
        } catch (DataRejected rejected) {
            throw new BatchRejected(String.valueOf(rejected.getMessage()), rejected);
        }
    }

    /// Maybe not the first attempt.
    private Recorded write(Connection connection, Batch batch, Judge judge, StepTimes.Laps laps) throws SQLException {
        laps.startOver();
        var position = new SpoolPosition(batch.spool());
        long stored = position.lock(connection);
        if (stored >= batch.end()) {
            return Recorded.NOTHING;
        }
        int recordedEarlier = stored > batch.start() ? Math.toIntExact(stored - batch.start()) : 0;
        List<Hit> hits = batch.hits().subList(recordedEarlier, batch.hits().size());
        position.raise(connection, batch.end());
        return recording.makeOpens(connection, hits, new Source(batch.spool(), batch.end()), judge, laps);
    }

    @Override
    public boolean quarantine(Batch one, QuarantineReason reason, RuntimeException failure) {
        var position = new SpoolPosition(one.spool());
        boolean kept = database.write(connection -> {
            if (position.lock(connection) >= one.end()) {
                return false;
            }
            new QuarantinedHits(connection).add(one, reason);
            position.raise(connection, one.end());
            return true;
        });
        if (kept) {
            report.tell(one, reason, failure);
        }
        return kept;
    }

    @Override
    public boolean recordsUsualHits(Judge judge) {
        return new UsualHits(database, recording).areRecorded(judge);
    }
}
