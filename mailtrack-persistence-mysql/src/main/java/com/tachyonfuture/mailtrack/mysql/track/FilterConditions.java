package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.WithoutCase;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The conditions that a [TrackFilter] sets, each for itself.
record FilterConditions(TrackFilter filter) {

    /// All of them.
    Conditions all() {
        var conditions = new Conditions();
        ofGroup(conditions);
        ofRecipient(conditions);
        pinned(conditions);
        stopped(conditions);
        hot(conditions);
        quiet(conditions);
        withVerdict(conditions);
        inState(conditions);
        read(conditions);
        created(conditions);
        withWords(conditions);
        return conditions;
    }

    /// One that an index answers, and that leaves as few tracks as any of them; null where none does.
    @Nullable
    Conditions narrowest() {
        return Stream.of(
                        ofGroup(new Conditions()),
                        ofRecipient(new Conditions()),
                        pinned(new Conditions()),
                        stopped(new Conditions()),
                        hot(new Conditions()),
                        withVerdict(new Conditions()),
                        inState(new Conditions()),
                        quiet(new Conditions()),
                        created(new Conditions()))
                .filter(conditions -> !conditions.areNone())
                .findFirst()
                .orElse(null);
    }

    /// Whether they are such as an index finds a few tracks by, or may find.
    boolean leaveFew() {
        return filter.words() != null
                || filter.messageGroupId() != null
                || filter.recipient() != null
                || Boolean.TRUE.equals(filter.pinned())
                || Boolean.TRUE.equals(filter.stopped());
    }

    /// The columns that the index of the latest activity has beside its order.
    static final String COLUMNS_OF_INDEX_OF_ACTIVITY = "track_state, last_read_at, third_last_read_at";

    /// Whether that index alone tells which tracks match.
    static boolean areOfIndexOfActivity(TrackFilter filter) {
        return filter.withState(null).withHotAt(null).withQuietAt(null).equals(TrackFilter.ALL);
    }

    /// What an index can tell of [#narrowest].
    Conditions candidates() {
        Conditions narrowest = narrowest();
        return narrowest == null ? new Conditions() : narrowest.first();
    }

    /// Those first that are likely to match.
    String orderOfCandidates() {
        return filter.quietAt() != null ? " ORDER BY created_at" : "";
    }

    /// The first condition finds candidates in the index, as the column compares: without case and accents. The second
    /// tells them apart.
    private Conditions ofGroup(Conditions conditions) {
        String group = filter.messageGroupId();
        return group == null
                ? conditions
                : conditions
                        .and("message_group_id = ?", group)
                        .and("CAST(message_group_id AS BINARY) = CAST(? AS BINARY)", group);
    }

    /// Two conditions, as for the group; here case does not matter.
    private Conditions ofRecipient(Conditions conditions) {
        String recipient = filter.recipient();
        return recipient == null
                ? conditions
                : conditions
                        .and("recipient = ?", recipient)
                        .and(WithoutCase.of("recipient") + " = " + WithoutCase.of("?"), recipient);
    }

    private Conditions pinned(Conditions conditions) {
        Boolean pinned = filter.pinned();
        return pinned == null ? conditions : conditions.and(pinned ? "pinned = TRUE" : "pinned = FALSE");
    }

    private Conditions stopped(Conditions conditions) {
        Boolean stopped = filter.stopped();
        return stopped == null ? conditions : conditions.and(stopped ? "stopped_at IS NOT NULL" : "stopped_at IS NULL");
    }

    /// The third read before now has an index of its own.
    private Conditions hot(Conditions conditions) {
        if (filter.hotAt() == null) {
            return conditions;
        }
        String since = UtcTimes.bound(filter.hotAt().minus(Activity.HOT_FOR));
        return conditions.and("third_last_read_at > ?", since);
    }

    private Conditions quiet(Conditions conditions) {
        if (filter.quietAt() == null) {
            return conditions;
        }
        String last = UtcTimes.text(filter.quietAt().minus(Activity.QUIET_AFTER).truncatedTo(ChronoUnit.MICROS));
        return conditions.and("track_state = 2").and("last_read_at <= ?", last);
    }

    private Conditions withVerdict(Conditions conditions) {
        return filter.verdict() == null
                ? conditions
                : conditions.and("has_" + filter.verdict().code() + " = TRUE");
    }

    private Conditions inState(Conditions conditions) {
        TrackState state = filter.state();
        return switch (state) {
            case null -> conditions;
            case WAITING -> conditions.and("track_state = 0");
            case DELIVERED -> conditions.and("track_state = 1");
            case READ -> conditions.and("track_state = 2");
        };
    }

    private Conditions read(Conditions conditions) {
        Boolean read = filter.read();
        return read == null ? conditions : conditions.and(read ? "read_count > 0" : "read_count = 0");
    }

    private Conditions created(Conditions conditions) {
        if (filter.since() != null) {
            conditions.and("created_at >= ?", UtcTimes.bound(filter.since()));
        }
        if (filter.until() != null) {
            conditions.and("created_at < ?", UtcTimes.bound(filter.until()));
        }
        return conditions;
    }

    /// Words are letters, digits and symbols: none of them means anything to LIKE.
    private Conditions withWords(Conditions conditions) {
        List<String> words = filter.words();
        if (words != null) {
            words.forEach(word -> conditions.and(HAS_WORD, pattern(word)));
        }
        return conditions;
    }

    static final String HAS_WORD = "search_text LIKE ?";

    static String pattern(String word) {
        return "% " + word + "%";
    }
}
