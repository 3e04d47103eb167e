package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.BatchRejected;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// [Quarantine] in the database. A replay locks the hit first, then what [MysqlOpenLog] locks, in its order.
public final class MysqlQuarantine implements Quarantine {

    private final Database database;
    private final HitRecording recording;

    /// @param repeatWindow how long after an open another one of the same viewer is a repeat; zero: never
    public MysqlQuarantine(Database database, Duration repeatWindow) {
        this.database = database;
        this.recording = new HitRecording(repeatWindow);
    }

    @Override
    public List<QuarantinedHit> after(long id, int limit) {
        return database.read(connection -> new QuarantinedHits(connection).after(id, limit));
    }

    @Override
    public long count() {
        return database.read(connection -> new QuarantinedHits(connection).count());
    }

    @Override
    public Replay replay(long id, Judge judge) {
        try {
            return database.write(connection -> replay(connection, id, judge));
        } catch (DataRejected rejected) {
            throw new BatchRejected(String.valueOf(rejected.getMessage()), rejected);
        }
    }

    private Replay replay(Connection connection, long id, Judge judge) throws SQLException {
        HitRecording.begin(connection);
        var hits = new QuarantinedHits(connection);
        Optional<QuarantinedHit> found = hits.lock(id);
        if (found.isEmpty()) {
            return Replay.NOT_THERE;
        }
        boolean recorded = recording
                        .makeOpens(connection, List.of(found.get().hit()), judge)
                        .opens()
                == 1;
        if (recorded) {
            hits.remove(List.of(id));
        }
        return recorded ? Replay.RECORDED : Replay.NO_SUCH_TRACK;
    }

    @Override
    public int discard(Collection<Long> ids) {
        return ids.isEmpty() ? 0 : database.write(connection -> new QuarantinedHits(connection).remove(ids));
    }
}
