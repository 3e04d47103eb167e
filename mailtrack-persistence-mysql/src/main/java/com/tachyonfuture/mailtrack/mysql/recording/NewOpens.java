package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judged;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The hits of a batch that become opens, in order of arrival, and what they add to the counters. The methods are
/// called in their order.
final class NewOpens {

    private record Fetched(JudgedHit hit, Known track) {

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

    private final List<Fetched> fetched = new ArrayList<>();
    private final List<OpenRow> rows = new ArrayList<>();
    private final Map<Known, Tally> added = new LinkedHashMap<>();
    private final RollupsChange rollups = new RollupsChange();

    static NewOpens of(List<Hit> hits, KnownTracks tracks, Judge judge) {
        var opens = new NewOpens();
        hits.forEach(hit -> tracks.find(hit.trackId())
                .ifPresent(track -> opens.fetched.add(new Fetched(judge.judge(hit, track.origin()), track))));
        return opens;
    }

    int size() {
        return fetched.size();
    }

    /// Finds those whose viewer has another open that counts within the window, and makes rows of all.
    NewViews markRepeats(Connection connection, RecentViews recent) throws SQLException {
        NewViews news = recent.news(
                connection,
                fetched.stream().map(Fetched::view).filter(Objects::nonNull).toList());
        for (Fetched one : fetched) {
            View view = one.view();
            add(one, view != null && news.isRepeat(view));
        }
        return news;
    }

    private void add(Fetched one, boolean repeat) {
        boolean counted = one.hit().isRead() && !repeat;
        Verdict verdict = one.hit().verdict();
        rows.add(OpenMapping.MAPPING.row(one.hit(), one.track().id(), repeat, counted));
        added.computeIfAbsent(one.track(), _ -> new Tally()).add(one.at(), verdict, counted);
        rollups.add(one.track().id(), one.at(), verdict, counted);
    }

    /// Their ids ascend in this order.
    void insert(Connection connection) throws SQLException {
        NewColumns.of(rows).insert(connection, rows);
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
