package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judged;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.stats.QuarterHour;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.mysql.recording.KnownTracks.Known;
import com.tachyonfuture.mailtrack.mysql.stats.KeptNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The hits of a batch that become opens, in order of arrival, and what they add to the counters. The methods are
/// called in their order.
final class NewOpens {

    private record Fetched(JudgedHit hit, Known track) {

        Instant at() {
            return hit.hit().receivedAt();
        }

        /// What is known of it, as far as the numbers want to know it.
        Open open() {
            Judged judged = hit.judged();
            return new Open(
                    0,
                    hit.hit().trackId(),
                    at(),
                    null,
                    null,
                    null,
                    Set.of(),
                    hit.description(),
                    judged == null ? null : judged.judgement(),
                    false,
                    null,
                    null);
        }

        /// Null where nobody judged, and so nobody knows who looked.
        @Nullable
        View view() {
            Judged judged = hit.judged();
            return judged == null ? null : new View(judged.viewer(), at());
        }
    }

    /// What is added to a track.
    private record Added(Known track, Tally tally) {}

    private final List<Fetched> fetched = new ArrayList<>();
    private final List<OpenRow> rows = new ArrayList<>();
    private final Map<String, Added> added = new LinkedHashMap<>();
    private final KeptNumbers numbers = new KeptNumbers();
    private int stopped;

    static NewOpens of(List<Hit> hits, KnownTracks tracks, Judge judge) {
        var opens = new NewOpens();
        hits.forEach(hit -> tracks.find(hit.trackId()).ifPresent(track -> opens.add(hit, track, judge)));
        return opens;
    }

    private void add(Hit hit, Known track, Judge judge) {
        if (track.isStopped(hit.receivedAt())) {
            stopped++;
        } else {
            fetched.add(new Fetched(judge.judge(hit, track.origin()), track));
        }
    }

    /// How many of the hits were for tracks that had been stopped.
    int stopped() {
        return stopped;
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
        added.computeIfAbsent(one.track().id(), _ -> new Added(one.track(), new Tally()))
                .tally()
                .add(one.at(), verdict, counted);
        numbers.rollups().add(one.track().id(), one.at(), verdict, counted);
        if (counted) {
            numbers.rollups().addReads(QuarterHour.of(one.at()), one.open(), 1);
        }
    }

    /// Their ids ascend in this order.
    void insert(Connection connection) throws SQLException {
        NewColumns.of(rows).insert(connection, rows);
    }

    /// Adds to the counters of the tracks.
    void count(Connection connection) throws SQLException {
        var update = new CountersUpdate(connection);
        for (Added one : added.values()) {
            Known track = one.track();
            Activity after = one.tally().addTo(track.activity());
            update.add(track.id(), one.tally(), after);
            numbers.track(track.becomes(after));
        }
        update.send();
    }

    /// Adds to the numbers over time and over all tracks; those of all tracks last.
    void rollUp(Connection connection) throws SQLException {
        var all = new Tally();
        added.values().forEach(one -> all.addCounts(one.tally()));
        numbers.opens(all.opens(), all.reads(), all.verdicts());
        numbers.applyToTracks(connection);
        numbers.applyToAll(connection);
    }
}
