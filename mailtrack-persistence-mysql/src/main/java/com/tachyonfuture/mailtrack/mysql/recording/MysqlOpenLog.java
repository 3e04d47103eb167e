package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason;
import com.tachyonfuture.mailtrack.application.recording.Step;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// [OpenLog] in the database.
///
/// ## The order of locks
/// Each transaction takes them in the same order, so that no two wait for each other: the spool's position, the
/// hit in quarantine, the tracks by id, the rows of `opens`, those of `track_rollups`, those of `total_rollups`
/// by time, the totals. Whoever deletes a track goes the same way. The totals of all kinds come last, because
/// every transaction wants them.
public final class MysqlOpenLog implements OpenLog {

    private static final StepTimes UNTIMED = new StepTimes(() -> 0);

    private final Database database;
    private final StepTimes times;
    private final Set<String> preparedSpools = ConcurrentHashMap.newKeySet();
    private final QuarantineReport report = new QuarantineReport();

    public MysqlOpenLog(Database database, StepTimes times) {
        this.database = database;
        this.times = times;
    }

    @Override
    public Written write(Batch batch) {
        var position = new SpoolPosition(batch.spool());
        try {
            if (!preparedSpools.contains(batch.spool())) {
                database.write(position::prepare);
                preparedSpools.add(batch.spool());
            }
            StepTimes.Laps laps = times.begin();
            Written written = database.write(connection -> write(connection, batch, position, laps));
            int hits = written.opens() + written.unknown();
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
    private static Written write(Connection connection, Batch batch, SpoolPosition position, StepTimes.Laps laps)
            throws SQLException {
        laps.startOver();
        long stored = position.lock(connection);
        if (stored >= batch.end()) {
            return new Written(0, 0);
        }
        int recordedEarlier = stored > batch.start() ? Math.toIntExact(stored - batch.start()) : 0;
        List<Hit> hits = batch.hits().subList(recordedEarlier, batch.hits().size());
        position.raise(connection, batch.end());
        return record(connection, hits, laps);
    }

    /// Makes opens of hits, within a transaction that has locked whatever says that they are recorded once.
    static Written record(Connection connection, List<Hit> hits) throws SQLException {
        return record(connection, hits, UNTIMED.begin());
    }

    private static Written record(Connection connection, List<Hit> hits, StepTimes.Laps laps) throws SQLException {
        var tracks =
                KnownTracks.lock(connection, hits.stream().map(Hit::trackId).toList());
        laps.end(Step.KNOWN_TRACKS, hits.size());
        var opens = NewOpens.of(hits, tracks);
        opens.insert(connection);
        laps.end(Step.INSERT_OPENS, hits.size());
        opens.count(connection);
        laps.end(Step.COUNT, hits.size());
        opens.rollUp(connection);
        laps.end(Step.ROLL_UP, hits.size());
        return new Written(opens.size(), hits.size() - opens.size());
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
    public boolean recordsUsualHits() {
        return new UsualHits(database).areRecorded();
    }
}
