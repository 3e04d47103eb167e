package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.BatchRejected;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// [Quarantine] in the database. A replay locks the hit first, then what [MysqlOpenLog] locks, in its order.
public final class MysqlQuarantine implements Quarantine {

    private final Database database;

    public MysqlQuarantine(Database database) {
        this.database = database;
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
    public Replay replay(long id) {
        try {
            return database.write(connection -> replay(connection, id));
        } catch (DataRejected rejected) {
            throw new BatchRejected(String.valueOf(rejected.getMessage()), rejected);
        }
    }

    private static Replay replay(Connection connection, long id) throws SQLException {
        var hits = new QuarantinedHits(connection);
        Optional<QuarantinedHit> found = hits.lock(id);
        if (found.isEmpty()) {
            return Replay.NOT_THERE;
        }
        boolean recorded =
                MysqlOpenLog.record(connection, List.of(found.get().hit())).opens() == 1;
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
