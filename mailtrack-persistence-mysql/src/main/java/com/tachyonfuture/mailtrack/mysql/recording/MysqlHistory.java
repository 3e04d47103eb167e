package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.Reviewer;
import com.tachyonfuture.mailtrack.application.classify.port.History;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.DataRejected;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.Work;
import com.tachyonfuture.mailtrack.mysql.recording.HistorySteps.Step;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// [History] in the database.
///
/// ## How two share a run
/// Each step of a run locks its row first and changes its place in the same transaction. So no two do the same step,
/// whoever does it needs no lease that may end, and one that dies leaves the next one where its last step ended. Who
/// finds the row locked does not wait, for that would hold a connection.
///
/// A step goes on in the order of locks of [MysqlOpenLog]; the row of the run is in the place of the spool's position.
///
/// ## Why steps are small
/// Recording waits for a step that has locked its tracks. So a step takes as many tracks as have a few thousand opens
/// together, and of a track that has more of them only a part. The counters are right at each commit, since each step
/// adds to them what it changes. A track may thus be seen with some opens judged by the old rules and some by the new.
public final class MysqlHistory implements History {

    /// What takes some tenths of a second.
    private static final int OPENS_AT_ONCE = 2_000;

    private static final int TRACKS_AT_ONCE = 500;

    /// No index leads from an address to its opens: it would take a random page for every open that is recorded.
    private static final int LATEST_OPENS = 200_000;

    private static final String NEVER_JUDGED = """
        /* judging.neverJudged */
        SELECT COALESCE(SUM(CASE WHEN name = 'opens' THEN value WHEN name IN (%s) THEN -value ELSE 0 END), 0)
        FROM totals\
        """.formatted(Arrays.stream(Verdict.values())
            .map(verdict -> "'" + VerdictColumns.of(verdict) + "'")
            .collect(Collectors.joining(", ")));

    private final Database database;
    private final Duration repeatWindow;
    private final int opensAtOnce;
    private final int tracksAtOnce;
    private final int latestOpens;

    /// @param repeatWindow how long after an open another one of the same viewer is a repeat; zero: never
    public MysqlHistory(Database database, Duration repeatWindow) {
        this(database, repeatWindow, OPENS_AT_ONCE, TRACKS_AT_ONCE, LATEST_OPENS);
    }

    MysqlHistory(Database database, Duration repeatWindow, int opensAtOnce, int tracksAtOnce, int latestOpens) {
        this.database = database;
        this.repeatWindow = repeatWindow;
        this.opensAtOnce = opensAtOnce;
        this.tracksAtOnce = tracksAtOnce;
        this.latestOpens = latestOpens;
    }

    @Override
    public Run begin(Scope scope, int ruleBook) {
        database.write(StoredRun::prepare);
        return database.write(connection -> {
            StoredRun last = StoredRun.locked(connection);
            boolean goesOn = last.serves(scope, ruleBook) || last.isOfNewer(ruleBook);
            StoredRun run = goesOn ? last : StoredRun.begin(connection, scope, ruleBook);
            return new Run(run.scope(), run.ruleBook(), goesOn, new StoredWalk(ruleBook, run.changedAt()));
        });
    }

    @Override
    public Run beginAnew(int ruleBook) {
        database.write(StoredRun::prepare);
        return database.write(connection -> {
            StoredRun last = StoredRun.locked(connection);
            int rules = last.isOfNewer(ruleBook) ? last.ruleBook() : ruleBook;
            StoredRun run = StoredRun.begin(connection, Scope.ALL, rules);
            return new Run(run.scope(), rules, false, new StoredWalk(ruleBook, run.changedAt()));
        });
    }

    @Override
    public Optional<Scope> unfinished() {
        return database.read(StoredRun::read).filter(run -> !run.finished()).map(StoredRun::scope);
    }

    @Override
    public Difference outcome() {
        return database.read(StoredRun::outcome);
    }

    @Override
    public long neverJudged() {
        return database.read(connection -> {
            try (var select = connection.createStatement();
                    var row = select.executeQuery(NEVER_JUDGED)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public Walk trial() {
        return new Trial();
    }

    @Override
    public Walk through(TrackId track) {
        return new OneTrack(track);
    }

    private HistorySteps steps(boolean changing) {
        return new HistorySteps(repeatWindow, opensAtOnce, tracksAtOnce, changing);
    }

    private Step change(Work<Step> work) {
        try {
            return database.writeSeeingCommits(work);
        } catch (DataRejected rejected) {
            throw new IllegalStateException(rejected.getMessage(), rejected);
        }
    }

    /// Goes on where the row of the run says, and says there how far it came.
    private final class StoredWalk implements Walk {

        private final int ruleBook;
        private HistorySteps steps = steps(true);
        private String begunAt;

        /// @param begunAt when the run was changed last; of one that is at its beginning, when it began
        StoredWalk(int ruleBook, String begunAt) {
            this.ruleBook = ruleBook;
            this.begunAt = begunAt;
        }

        @Override
        public Stage next(Reviewer reviewer) {
            Step step = change(connection -> next(connection, reviewer));
            steps.taken(step);
            return step.stage();
        }

        private Step next(Connection connection, Reviewer reviewer) throws SQLException {
            Optional<StoredRun> free = StoredRun.lockIfFree(connection);
            if (free.isEmpty()) {
                return Step.none(State.BUSY);
            }
            StoredRun run = free.get();
            if (run.ruleBook() != ruleBook) {
                return Step.none(State.REPLACED);
            }
            if (run.finished()) {
                return Step.none(State.FINISHED);
            }
            if (run.done().equals(PlaceInHistory.BEGINNING) && !run.changedAt().equals(begunAt)) {
                begunAt = run.changedAt();
                steps = steps(true);
                return Step.none(State.MORE);
            }
            Step step = steps.after(connection, run.done(), run.scope(), reviewer);
            boolean finished = step.stage().state() == State.FINISHED;
            StoredRun.advance(connection, step.done(), finished, step.stage().difference());
            step.write(connection);
            return step;
        }
    }

    private final class Trial implements Walk {

        private final HistorySteps steps = steps(false);
        private PlaceInHistory done = PlaceInHistory.BEGINNING;

        @Override
        public Stage next(Reviewer reviewer) {
            Step step = database.read(connection -> steps.after(connection, done, Scope.ALL, reviewer));
            steps.taken(step);
            done = step.done();
            return step.stage();
        }
    }

    private final class OneTrack implements Walk {

        private final HistorySteps steps = steps(true);
        private PlaceInHistory done;

        OneTrack(TrackId track) {
            done = PlaceInHistory.at(null, track.value());
        }

        @Override
        public Stage next(Reviewer reviewer) {
            if (done.open() == null) {
                return Step.none(State.FINISHED).stage();
            }
            Step step = change(connection -> {
                Step next = steps.after(connection, done, Scope.ALL, reviewer);
                next.write(connection);
                return next;
            });
            steps.taken(step);
            done = step.done();
            return step.stage();
        }
    }

    @Override
    public Fetched fetchedFrom(IpAddress address, int limit) {
        return database.read(connection -> {
            OptionalLong before = lastOfThoseBefore(connection);
            List<TrackId> tracks = fetchedFrom(connection, address, before.orElse(-1), limit + 1);
            return new Fetched(tracks.stream().limit(limit).toList(), before.isEmpty() && tracks.size() <= limit);
        });
    }

    /// The last open that is not looked at; empty when all are.
    private OptionalLong lastOfThoseBefore(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "/* judging.latestOpens */ SELECT id FROM opens ORDER BY id DESC LIMIT 1 OFFSET ?")) {
            select.setInt(1, latestOpens);
            try (var row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static List<TrackId> fetchedFrom(Connection connection, IpAddress address, long after, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement("""
            /* judging.fetchedFrom */
            SELECT tracked_email_id FROM opens
            WHERE ip_address = ? AND id > ?
            GROUP BY tracked_email_id
            ORDER BY MAX(id) DESC
            LIMIT ?\
            """)) {
            select.setString(1, address.toString());
            select.setLong(2, after);
            select.setInt(3, limit);
            try (var rows = select.executeQuery()) {
                var tracks = new ArrayList<TrackId>();
                while (rows.next()) {
                    tracks.add(new TrackId(rows.getString(1)));
                }
                return tracks;
            }
        }
    }
}
