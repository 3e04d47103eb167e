package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// By how much some work changes the totals.
///
/// Every transaction that changes them does so last: their rows are the ones that all of them want, so nobody shall
/// hold them longer than a commit takes. One statement locks them in the order of their key, hence no two transactions
/// can wait for each other here.
public final class TotalsChange {

    static final String TRACKS = "tracks";
    static final String OPENS = "opens";
    static final String READS = "reads";
    static final String OPENED_TRACKS = "opened_tracks";
    static final String DELIVERED_TRACKS = "delivered_tracks";
    static final String READ_TRACKS = "read_tracks";
    static final String PINNED_TRACKS = "pinned_tracks";
    static final String STOPPED_TRACKS = "stopped_tracks";

    static final List<String> NAMES = Stream.concat(
                    Stream.of(
                            TRACKS,
                            OPENS,
                            READS,
                            OPENED_TRACKS,
                            DELIVERED_TRACKS,
                            READ_TRACKS,
                            PINNED_TRACKS,
                            STOPPED_TRACKS),
                    Arrays.stream(Verdict.values()).map(VerdictColumns::of))
            .toList();

    private static final String UPDATE = """
        /* stats.change */
        UPDATE totals SET value = value + CASE name %s ELSE 0 END\
        """.formatted(
                    NAMES.stream().map(name -> "WHEN '" + name + "' THEN ?").collect(Collectors.joining(" ")));

    private final Map<String, Long> changes = new HashMap<>();

    /// So many opens more.
    ///
    /// @param reads how many of them count as somebody reading
    public TotalsChange opens(long opens, long reads, VerdictCounts verdicts) {
        add(OPENS, opens);
        add(READS, reads);
        verdicts.counts().forEach((verdict, count) -> add(VerdictColumns.of(verdict), count));
        return this;
    }

    /// What becomes of a track, its opens left aside.
    public TotalsChange track(TrackChange change) {
        move(TRACKS, change, activity -> true);
        move(OPENED_TRACKS, change, activity -> activity.opens() > 0);
        move(DELIVERED_TRACKS, change, Activity::isDelivered);
        move(READ_TRACKS, change, Activity::isRead);
        return this;
    }

    private void move(String name, TrackChange change, Predicate<Activity> counts) {
        boolean before = change.before() != null && counts.test(change.before());
        boolean after = change.after() != null && counts.test(change.after());
        add(name, (after ? 1 : 0) - (before ? 1 : 0));
    }

    /// So many tracks more are pinned.
    public TotalsChange pinned(long more) {
        add(PINNED_TRACKS, more);
        return this;
    }

    /// So many tracks more are stopped.
    public TotalsChange stopped(long more) {
        add(STOPPED_TRACKS, more);
        return this;
    }

    TotalsChange add(String name, long more) {
        if (more != 0) {
            changes.merge(name, more, Long::sum);
        }
        return this;
    }

    public void apply(Connection connection) throws SQLException {
        if (changes.values().stream().allMatch(more -> more == 0)) {
            return;
        }
        try (var statement = connection.prepareStatement(UPDATE)) {
            for (int i = 0; i < NAMES.size(); i++) {
                statement.setLong(i + 1, changes.getOrDefault(NAMES.get(i), 0L));
            }
            statement.executeUpdate();
        }
    }
}
