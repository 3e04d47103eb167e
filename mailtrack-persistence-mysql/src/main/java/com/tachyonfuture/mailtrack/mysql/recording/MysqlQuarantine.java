package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.recording.QuarantinedHit;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.BatchRejected;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.Written;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.recording.HitRecording.Recorded;
import com.tachyonfuture.mailtrack.mysql.recording.NewViews.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// [Quarantine] in the database. A replay locks the hit first, then what [MysqlOpenLog] locks, in its order.
///
/// Replays are one after the other, since they write views as one writer, see [RecentViews]. After one of which nobody
/// knows how it ended, another writer begins.
public final class MysqlQuarantine implements Quarantine {

    private record Outcome(Replay replay, Recorded recorded) {}

    private final Database database;
    private final HitRecording recording;
    private Source source = newSource();

    /// @param repeatWindow how long after an open another one of the same viewer is a repeat; zero: never
    public MysqlQuarantine(Database database, Duration repeatWindow) {
        this.database = database;
        this.recording = new HitRecording(new RecentViews(repeatWindow));
    }

    private static Source newSource() {
        return new Source("quarantine-" + UUID.randomUUID(), 0);
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
    public synchronized Replay replay(long id, Judge judge) {
        Source last = source;
        source = newSource();
        var next = new Source(last.writer(), last.position() + 1);
        try {
            Outcome outcome = database.writeSeeingCommits(connection -> replay(connection, id, next, judge));
            outcome.recorded().remember().run();
            source = next;
            return outcome.replay();
        } catch (DataRejected rejected) {
            throw new BatchRejected(String.valueOf(rejected.getMessage()), rejected);
        }
    }

    private Outcome replay(Connection connection, long id, Source views, Judge judge) throws SQLException {
        var hits = new QuarantinedHits(connection);
        Optional<QuarantinedHit> found = hits.lock(id);
        if (found.isEmpty()) {
            return new Outcome(Replay.NOT_THERE, Recorded.NOTHING);
        }
        Recorded recorded = recording.makeOpens(connection, List.of(found.get().hit()), views, judge);
        Replay replay = outcome(recorded.written());
        if (replay != Replay.NO_SUCH_TRACK) {
            hits.remove(List.of(id));
        }
        return new Outcome(replay, recorded);
    }

    private static Replay outcome(Written written) {
        if (written.opens() == 1) {
            return Replay.RECORDED;
        }
        return written.stopped() == 1 ? Replay.STOPPED : Replay.NO_SUCH_TRACK;
    }

    @Override
    public int discard(Collection<Long> ids) {
        return ids.isEmpty() ? 0 : database.write(connection -> new QuarantinedHits(connection).remove(ids));
    }
}
