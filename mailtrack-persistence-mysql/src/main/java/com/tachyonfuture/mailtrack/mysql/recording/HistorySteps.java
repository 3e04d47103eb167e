package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.Origin;
import com.tachyonfuture.mailtrack.application.classify.Reviewed;
import com.tachyonfuture.mailtrack.application.classify.Reviewer;
import com.tachyonfuture.mailtrack.application.classify.TrackReview;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import com.tachyonfuture.mailtrack.application.classify.port.History.Stage;
import com.tachyonfuture.mailtrack.application.classify.port.History.State;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.mysql.recording.KnownTracks.Known;
import com.tachyonfuture.mailtrack.mysql.recording.NewViews.Source;
import com.tachyonfuture.mailtrack.mysql.stats.VerdictColumns;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The steps of a walk through history, each within a transaction: some small tracks, or a part of a large one. For one
/// thread.
///
/// From one part of a track to the next it remembers who was seen lately. A step may be tried again, and whether it
/// was stored is known only later: so it is remembered when somebody says that it was [#taken]. Where that was never
/// said, since the program ended there or another one did the step, it is read from the opens before.
final class HistorySteps {

    /// What is done with the opens of a step.
    @FunctionalInterface
    private interface Change {
        void write(Connection connection) throws SQLException;
    }

    /// @param done how far the walk came with it
    /// @param taken what to remember when it was stored
    record Step(PlaceInHistory done, Stage stage, Change change, Runnable taken) {

        /// Nothing was done.
        static Step none(State state) {
            return nothing(PlaceInHistory.BEGINNING, state);
        }

        private static Step nothing(PlaceInHistory done, State state) {
            return new Step(done, new Stage(state, Difference.NONE), _ -> {}, () -> {});
        }

        /// Stores what became of the opens, and changes the counters. Comes last in a transaction.
        void write(Connection connection) throws SQLException {
            change.write(connection);
        }
    }

    private record Candidate(String id, @Nullable String createdAt, long opens) {

        PlaceInHistory beginning() {
            return PlaceInHistory.at(createdAt, id);
        }
    }

    private record Part(PlaceInHistory done, TrackReview review) {}

    /// Sorted by us: a sort by the server would carry the texts along.
    private static final String OPENS_OF_TRACKS = "/* judging.opensOfTracks */ SELECT " + OpenRow.COLUMNS
            + " FROM opens IGNORE INDEX (PRIMARY) WHERE tracked_email_id IN (%s)";

    /// For the hints see [OpenRows].
    private static final String OPENS_OF_TRACK = """
        /* %s */
        SELECT /*+ SET_VAR(max_seeks_for_key=1) SET_VAR(optimizer_switch='prefer_ordering_index=off') */ %s
        FROM opens IGNORE INDEX (PRIMARY)
        WHERE tracked_email_id = ? AND id %s ? ORDER BY id %s LIMIT ?\
        """;

    private static final String NEXT_OPENS = OPENS_OF_TRACK.formatted("judging.nextOpens", OpenRow.COLUMNS, ">", "ASC");
    private static final String EARLIER_OPENS =
            OPENS_OF_TRACK.formatted("judging.earlierOpens", OpenRow.COLUMNS, "<=", "DESC");

    private static final int EARLIER = 20_000;

    private final Duration repeatWindow;
    private final int opensAtOnce;
    private final int tracksAtOnce;
    private final boolean changing;
    private final String writer = "judging-" + UUID.randomUUID();
    private long writes;
    private @Nullable Part lastPart;

    /// @param changing whether tracks are locked; otherwise steps must not be written
    HistorySteps(Duration repeatWindow, int opensAtOnce, int tracksAtOnce, boolean changing) {
        this.repeatWindow = repeatWindow;
        this.opensAtOnce = opensAtOnce;
        this.tracksAtOnce = tracksAtOnce;
        this.changing = changing;
    }

    /// The step that follows a place.
    Step after(Connection connection, PlaceInHistory done, Scope scope, Reviewer reviewer) throws SQLException {
        if (done.open() != null) {
            return part(connection, done, reviewer);
        }
        List<Candidate> next = candidates(connection, done, scope);
        if (next.isEmpty()) {
            return Step.nothing(done, State.FINISHED);
        }
        Candidate first = next.getFirst();
        return first.opens() > opensAtOnce
                ? part(connection, first.beginning(), reviewer)
                : tracks(connection, thatFit(next), reviewer);
    }

    private List<Candidate> candidates(Connection connection, PlaceInHistory after, Scope scope) throws SQLException {
        String date = after.createdAt();
        if (date != null) {
            return candidates(
                    connection,
                    "created_at >= ? AND (created_at > ? OR id > ?)",
                    List.of(date, date, after.track()),
                    scope);
        }
        List<Candidate> undated =
                candidates(connection, "created_at IS NULL AND id > ?", List.of(after.track()), scope);
        return undated.isEmpty() ? candidates(connection, "created_at IS NOT NULL", List.of(), scope) : undated;
    }

    private List<Candidate> candidates(Connection connection, String after, List<String> values, Scope scope)
            throws SQLException {
        String judged = switch (scope) {
            case ALL -> "0";
            case NEVER_JUDGED -> VerdictColumns.list(column -> column).replace(",", " +");
        };
        try (var select = connection.prepareStatement("""
            /* judging.tracks */
            SELECT id, created_at, open_count FROM tracked_emails
            WHERE %s AND open_count > %s ORDER BY created_at, id LIMIT %d\
            """.formatted(after, judged, tracksAtOnce))) {
            for (int i = 0; i < values.size(); i++) {
                select.setString(i + 1, values.get(i));
            }
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<Candidate>();
                while (rows.next()) {
                    found.add(new Candidate(rows.getString(1), rows.getString(2), rows.getLong(3)));
                }
                return found;
            }
        }
    }

    private List<Candidate> thatFit(List<Candidate> candidates) {
        var fitting = new ArrayList<Candidate>();
        long opens = 0;
        for (Candidate candidate : candidates) {
            opens += candidate.opens();
            if (opens > opensAtOnce) {
                break;
            }
            fitting.add(candidate);
        }
        return fitting;
    }

    private Step tracks(Connection connection, List<Candidate> tracks, Reviewer reviewer) throws SQLException {
        List<String> ids = tracks.stream().map(Candidate::id).toList();
        KnownTracks known = known(connection, ids);
        var reviewed = new ReviewedOpens(nextSource());
        Difference sum = Difference.NONE;
        for (List<OpenRow> rows : opensOf(connection, ids)) {
            Optional<Known> track = known.find(new TrackId(rows.getFirst().trackedEmailId()));
            if (track.isPresent()) {
                var page = review(new TrackReview(repeatWindow), track.get(), rows, reviewer);
                reviewed.addAll(track.get(), rows, page.opens());
                sum = sum.plus(page.difference());
            }
        }
        var stage = new Stage(State.MORE, sum);
        return new Step(tracks.getLast().beginning().behindAll(), stage, reviewed::write, () -> {});
    }

    /// A walk has locked the row of its run or its only track: its steps are committed in their order.
    private Source nextSource() {
        writes++;
        return new Source(writer, writes);
    }

    private KnownTracks known(Connection connection, List<String> ids) throws SQLException {
        List<TrackId> tracks = ids.stream().map(TrackId::new).toList();
        return changing ? KnownTracks.lock(connection, tracks) : KnownTracks.look(connection, tracks);
    }

    /// By track, each in the order of recording.
    private static List<List<OpenRow>> opensOf(Connection connection, List<String> ids) throws SQLException {
        String sql = OPENS_OF_TRACKS.formatted(String.join(", ", Collections.nCopies(ids.size(), "?")));
        Map<TrackId, List<OpenRow>> byTrack = new HashMap<>();
        try (var select = connection.prepareStatement(sql)) {
            for (int i = 0; i < ids.size(); i++) {
                select.setString(i + 1, ids.get(i));
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    OpenRow row = OpenRow.readFrom(rows);
                    byTrack.computeIfAbsent(new TrackId(row.trackedEmailId()), _ -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        byTrack.values().forEach(rows -> rows.sort(Comparator.comparingLong(OpenRow::id)));
        return List.copyOf(byTrack.values());
    }

    private Step part(Connection connection, PlaceInHistory from, Reviewer reviewer) throws SQLException {
        Optional<Known> known = known(connection, List.of(from.track())).find(new TrackId(from.track()));
        if (known.isEmpty()) {
            return Step.nothing(from.behindAll(), State.MORE);
        }
        List<OpenRow> rows = opens(connection, NEXT_OPENS, from, opensAtOnce);
        TrackReview review = reviewUpTo(connection, from);
        var page = review(review, known.get(), rows, reviewer);
        var reviewed = new ReviewedOpens(nextSource());
        reviewed.add(known.get(), rows, page.opens());
        boolean more = rows.size() == opensAtOnce;
        var done = more ? from.behind(rows.getLast().id()) : from.behindAll();
        return new Step(done, new Stage(State.MORE, page.difference()), reviewed::write, () -> {
            review.keep(page);
            lastPart = more ? new Part(done, review) : null;
        });
    }

    private static List<OpenRow> opens(Connection connection, String sql, PlaceInHistory place, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, place.track());
            select.setLong(2, Objects.requireNonNull(place.open()));
            select.setInt(3, limit);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<OpenRow>();
                while (rows.next()) {
                    found.add(OpenRow.readFrom(rows));
                }
                return found;
            }
        }
    }

    /// That of the part before, if this walk did it.
    private TrackReview reviewUpTo(Connection connection, PlaceInHistory from) throws SQLException {
        if (lastPart != null && lastPart.done().equals(from)) {
            return lastPart.review();
        }
        var review = new TrackReview(repeatWindow);
        List<OpenRow> earlier = opens(connection, EARLIER_OPENS, from, EARLIER);
        review.begin(earlier.reversed().stream().map(OpenMapping.MAPPING::open).toList());
        return review;
    }

    private static TrackReview.Page review(TrackReview review, Known track, List<OpenRow> rows, Reviewer reviewer) {
        Map<Long, OpenRow> byId = rows.stream().collect(Collectors.toMap(OpenRow::id, row -> row));
        List<Open> opens = rows.stream().map(OpenMapping.MAPPING::open).toList();
        return review.page(
                opens,
                track.origin(),
                (open, origin) -> review(Objects.requireNonNull(byId.get(open.id())), open, origin, reviewer));
    }

    /// Nothing of what newer rules judged, which know better, and maybe count it in ways that these do not know.
    private static Optional<Reviewed> review(OpenRow row, Open open, Origin origin, Reviewer reviewer) {
        boolean unknown = row.verdict() != null && Verdict.of(row.verdict()).isEmpty();
        int rules = row.ruleBook() == null ? 0 : row.ruleBook();
        return unknown
                ? Optional.empty()
                : reviewer.review(open, origin)
                        .filter(reviewed -> reviewed.judged().ruleBook() >= rules);
    }

    /// A step was stored, or none is.
    void taken(Step step) {
        step.taken().run();
    }
}
