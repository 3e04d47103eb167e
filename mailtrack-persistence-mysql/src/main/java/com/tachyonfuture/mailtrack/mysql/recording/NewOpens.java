package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judged;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.recording.Step;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.mysql.Statements;
import com.tachyonfuture.mailtrack.mysql.StatementsBeside;
import com.tachyonfuture.mailtrack.mysql.recording.KnownTracks.Known;
import com.tachyonfuture.mailtrack.mysql.stats.RollupsChange;
import com.tachyonfuture.mailtrack.mysql.stats.TotalsChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The hits of a batch that become opens, in order of arrival, and what they add to the counters. The methods are
/// called in their order.
///
/// The rows go out in pieces: while the server inserts one, the hits of the next are judged and written out. So whoever
/// judges must not ask the database on this connection.
final class NewOpens {

    /// Enough of them that a statement costs little for each, and few enough that nobody waits long for the first.
    private static final int HITS_PER_PIECE = 500;

    record Fetched(JudgedHit hit, Known track) {

        Instant at() {
            return hit.hit().receivedAt();
        }

        /// Null where nobody judged, and so nobody knows who looked.
        @Nullable
        View view() {
            Judged judged = hit.judged();
            return judged == null ? null : new View(judged.viewer(), at());
        }
    }

    private final KnownTracks tracks;
    private final Judge judge;
    private final NewViews views;
    private final Map<Known, Tally> added = new LinkedHashMap<>();
    private final RollupsChange rollups = new RollupsChange();
    private int size;

    /// @param views which views are repeats; those of the opens are added
    NewOpens(KnownTracks tracks, Judge judge, NewViews views) {
        this.tracks = tracks;
        this.judge = judge;
        this.views = views;
    }

    /// Their ids ascend in the order of the hits.
    void insert(Connection connection, List<Hit> hits, StepTimes.Laps laps) throws SQLException {
        try (var beside = new StatementsBeside(connection)) {
            for (int from = 0; from < hits.size(); from += HITS_PER_PIECE) {
                int to = Math.min(from + HITS_PER_PIECE, hits.size());
                Statements statements = to == hits.size() ? beside::executeHere : beside::execute;
                insert(statements, hits.subList(from, to), laps);
            }
        }
    }

    private void insert(Statements statements, List<Hit> hits, StepTimes.Laps laps) throws SQLException {
        List<Fetched> fetched = judge(hits);
        laps.end(Step.JUDGE, hits.size());
        List<OpenRow> rows = rows(fetched);
        laps.end(Step.MARK_REPEATS, hits.size());
        NewColumns.of(rows).insert(statements, rows);
        laps.end(Step.INSERT_OPENS, hits.size());
    }

    List<Fetched> judge(List<Hit> hits) {
        var fetched = new ArrayList<Fetched>(hits.size());
        for (Hit hit : hits) {
            tracks.find(hit.trackId())
                    .ifPresent(track -> fetched.add(new Fetched(judge.judge(hit, track.origin()), track)));
        }
        return fetched;
    }

    /// Finds those whose viewer has another open that counts within the window, and makes rows of all.
    List<OpenRow> rows(List<Fetched> fetched) {
        var rows = new ArrayList<OpenRow>(fetched.size());
        for (Fetched one : fetched) {
            View view = one.view();
            rows.add(row(one, view != null && views.isRepeat(view)));
        }
        size += rows.size();
        return rows;
    }

    private OpenRow row(Fetched one, boolean repeat) {
        boolean counted = one.hit().isRead() && !repeat;
        Verdict verdict = one.hit().verdict();
        added.computeIfAbsent(one.track(), _ -> new Tally()).add(one.at(), verdict, counted);
        rollups.add(one.track().id(), one.at(), verdict, counted);
        return OpenMapping.MAPPING.row(one.hit(), one.track().id(), repeat, counted);
    }

    /// How many there are.
    int size() {
        return size;
    }

    /// Adds to the counters of the tracks.
    void count(Connection connection) throws SQLException {
        var update = new CountersUpdate(connection);
        for (var entry : added.entrySet()) {
            update.add(entry.getKey().id(), entry.getValue());
        }
        update.send();
    }

    /// Adds to the numbers over time and over all tracks; those of all tracks last.
    void rollUp(Connection connection) throws SQLException {
        rollups.applyToTracks(connection);
        rollups.applyToTotal(connection);
        totals().apply(connection);
    }

    private TotalsChange totals() {
        var all = new Tally();
        added.values().forEach(all::addCounts);
        long opened = added.keySet().stream().filter(track -> !track.opened()).count();
        return new TotalsChange(0, all.opens(), all.reads(), opened, all.verdicts());
    }
}
