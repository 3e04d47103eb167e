package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// [OpenLog] in the database.
///
/// ## The order of locks
/// Each transaction takes them in the same order, so that no two wait for each other: the spool's position, the tracks
/// by id, the rows of `opens`, the totals. Whoever deletes a track goes the same way. The totals come last, because
/// every transaction wants them.
public final class MysqlOpenLog implements OpenLog {

    private static final Logger LOG = LoggerFactory.getLogger(MysqlOpenLog.class);

    private final Database database;
    private final Set<String> preparedSpools = ConcurrentHashMap.newKeySet();

    public MysqlOpenLog(Database database) {
        this.database = database;
    }

    @Override
    public Written write(Batch batch) {
        var position = new SpoolPosition(batch.spool());
        try {
            if (!preparedSpools.contains(batch.spool())) {
                database.write(position::prepare);
                preparedSpools.add(batch.spool());
            }
            return database.write(connection -> write(connection, batch, position));
        } catch (DataRejected rejected) {
            if (batch.hits().size() == 1) {
                LOG.warn("The hit at {} of the spool {}: {}", batch.start(), batch.spool(), rejected.getMessage());
            }
            throw new BatchRejected("a hit can't be stored: " + rejected.getMessage(), rejected);
        }
    }

    private static Written write(Connection connection, Batch batch, SpoolPosition position) throws SQLException {
        long stored = position.lock(connection);
        if (stored >= batch.end()) {
            return new Written(0, 0);
        }
        int recordedEarlier = stored > batch.start() ? Math.toIntExact(stored - batch.start()) : 0;
        List<Hit> hits = batch.hits().subList(recordedEarlier, batch.hits().size());
        var tracks =
                KnownTracks.lock(connection, hits.stream().map(Hit::trackId).toList());
        var opens = NewOpens.of(hits, tracks);
        opens.insert(connection);
        opens.count(connection);
        position.raise(connection, batch.end());
        opens.totals().apply(connection);
        return new Written(opens.size(), hits.size() - opens.size());
    }

    @Override
    public void skip(Batch batch) {
        database.write(connection -> new SpoolPosition(batch.spool()).raise(connection, batch.end()));
    }
}
