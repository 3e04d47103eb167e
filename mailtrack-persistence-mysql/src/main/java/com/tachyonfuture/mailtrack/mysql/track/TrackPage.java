package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackPosition;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A page of tracks, found without looking at many more of them than it shows.
///
/// ## Straight from an index
/// Where one index has the tracks of the filter in the order that is asked for, its first entries are the page. There
/// can't be such an index for each filter in each order.
///
/// ## Else in steps
/// First the index of the order is walked for some hundred tracks, which are looked at one by one, then for as many as
/// the page is likely to need, if that is some thousand at most. That fills the page when many tracks match. When it
/// does not, few match, or those that do are further down. So, where an index finds the tracks of the filter and they
/// are not too many, all of them are sorted; else the walk goes on, in strides that grow. Words are found by the
/// [SearchIndex], which takes the longer the more tracks have them: so it is asked when few of the first stride match,
/// and not for all words, see [AskedWords].
///
/// Each query chooses ids first and fetches rows last, since notes may be long.
final class TrackPage {

    private static final int FIRST_STRIDE = 500;
    private static final int GROWTH = 4;
    private static final int LONGEST_STRIDE = 200_000;

    /// A stride is longer by this part than the next one begins after it, so that tracks which go meanwhile leave no
    /// gap.
    private static final int OVERLAP = 10;

    private static final int FEW_ENOUGH_TO_SORT = 20_000;

    /// No full-text index on these columns; the table can't have one; more is found than the server may hold.
    private static final Set<Integer> SEARCH_INDEX_FAILS = Set.of(1191, 1214, 188);

    /// MariaDB 11.4 finds nothing when it filters a range of an index on a column that it works out by another index.
    /// Other servers take it for a comment.
    static final String WITHOUT_ROWID_FILTER = "/*M!100400 SET STATEMENT optimizer_switch='rowid_filter=off' FOR */ ";

    private final TrackFilter filter;
    private final TrackOrder order;
    private final @Nullable TrackPosition after;
    private final int limit;
    private final Conditions conditions;
    private final int firstStride;

    TrackPage(TrackFilter filter, TrackSort sort, @Nullable TrackPosition after, int limit) {
        this(filter, sort, after, limit, FIRST_STRIDE);
    }

    TrackPage(TrackFilter filter, TrackSort sort, @Nullable TrackPosition after, int limit, int firstStride) {
        this.filter = filter;
        this.order = TrackOrder.of(sort);
        this.after = after;
        this.limit = limit;
        this.conditions = new FilterConditions(filter).all();
        this.firstStride = firstStride;
    }

    List<TrackSummary> read(Connection connection) throws SQLException {
        return comesFromOneIndex() ? run(connection, straight()) : inSteps(connection);
    }

    boolean comesFromOneIndex() {
        return conditions.areNone()
                || (order.sort() == TrackSort.CREATED
                        && filter.words() == null
                        && filter.messageGroupId() == null
                        && filter.pinned() == null
                        && filter.stopped() == null
                        && filter.hotAt() == null
                        && filter.quietAt() == null);
    }

    Query straight() {
        return new Query("""
            %s
            SELECT %s
            FROM tracked_emails
            WHERE TRUE%s%s
            ORDER BY %s
            LIMIT %d\
            """.formatted(
                        order.name(), TrackRow.COLUMNS, conditions, order.startAfter(after), order.byIndex(), limit))
                .with(conditions)
                .with(order.startAfter(after));
    }

    private List<TrackSummary> inSteps(Connection connection) throws SQLException {
        var found = new LinkedHashMap<TrackId, TrackSummary>();
        @Nullable TrackPosition next = walk(connection, found, after, firstStride);
        if (next != null && walksOn(found.size())) {
            int length = secondStride(found.size());
            next = walk(connection, found, next, length);
            if (next != null && length < firstStride * GROWTH) {
                next = walk(connection, found, next, firstStride * GROWTH - length);
            }
        }
        if (next == null) {
            return first(found.values());
        }
        @Nullable List<TrackSummary> all = byIndex(connection);
        return all == null ? walkOn(connection, found, next) : all;
    }

    /// Whether a second stride is likely to be faster than an index that finds all that match.
    ///
    /// With words, the stride is long where matches are rare, and the index slow where they are frequent. With a
    /// hundred thousand tracks both take equally long at this number; with fewer, neither takes long.
    private boolean walksOn(int found) {
        if (filter.words() != null) {
            return (long) found * found >= 2L * limit;
        }
        return found * GROWTH >= limit || !new FilterConditions(filter).leaveFew();
    }

    /// As long as fills the page if the next tracks match as often as the first ones did, and a quarter longer.
    private int secondStride(int found) {
        long expected = 5L * firstStride * (limit - found) / (4L * Math.max(1, found));
        return Math.clamp(expected, firstStride, filter.words() == null ? firstStride * GROWTH : LONGEST_STRIDE);
    }

    /// All that match, where an index finds few that may; null otherwise.
    private @Nullable List<TrackSummary> byIndex(Connection connection) throws SQLException {
        @Nullable List<String> words = filter.words();
        if (words == null) {
            return sortedIfFew(connection);
        }
        boolean fewWithoutWords = new FilterConditions(filter.withWords(null)).leaveFew();
        @Nullable List<TrackSummary> all = fewWithoutWords ? sortedIfFew(connection) : null;
        return all == null ? byWords(connection, words) : all;
    }

    private List<TrackSummary> walkOn(
            Connection connection, Map<TrackId, TrackSummary> found, @Nullable TrackPosition from) throws SQLException {
        int length = firstStride * GROWTH;
        @Nullable TrackPosition next = from;
        while (next != null) {
            length = Math.min(length * GROWTH, LONGEST_STRIDE);
            next = walk(connection, found, next, length);
        }
        return first(found.values());
    }

    /// Adds what is found in a stride, and says where the next one begins; null where the page is full or none is left.
    private @Nullable TrackPosition walk(
            Connection connection, Map<TrackId, TrackSummary> found, @Nullable TrackPosition from, int length)
            throws SQLException {
        run(connection, stride(from, length))
                .forEach(summary -> found.putIfAbsent(summary.track().id(), summary));
        return found.size() < limit ? end(connection, from, length) : null;
    }

    private List<TrackSummary> first(Collection<TrackSummary> found) {
        return found.stream().limit(limit).toList();
    }

    /// The tracks that match among the next ones.
    Query stride(@Nullable TrackPosition from, int length) {
        Conditions start = order.startAfter(from);
        int reach = length + length / OVERLAP;
        if (order.sort() == TrackSort.ACTIVE && FilterConditions.areOfIndexOfActivity(filter)) {
            return chosen("""
                SELECT id AS chosen_id
                FROM (
                    SELECT active_at, id, %s FROM tracked_emails WHERE TRUE%s ORDER BY %s LIMIT %d
                ) walked
                WHERE TRUE%s
                ORDER BY %s
                LIMIT %d\
                """.formatted(
                                    FilterConditions.COLUMNS_OF_INDEX_OF_ACTIVITY,
                                    start,
                                    order.byIndex(),
                                    reach,
                                    conditions,
                                    order.byIndex(),
                                    limit))
                    .with(start)
                    .with(conditions);
        }
        return chosen("""
            SELECT id AS chosen_id
            FROM (
                SELECT id AS walked_id FROM tracked_emails WHERE TRUE%s ORDER BY %s LIMIT %d
            ) walked STRAIGHT_JOIN tracked_emails ON id = walked_id
            WHERE TRUE%s
            ORDER BY %s
            LIMIT %d\
            """.formatted(start, order.byIndex(), reach, conditions, order.byIndex(), limit))
                .with(start)
                .with(conditions);
    }

    private Query chosen(String ids) {
        return new Query("""
            %s
            %sSELECT %s
            FROM (
            %s
            ) chosen STRAIGHT_JOIN tracked_emails ON id = chosen_id
            ORDER BY %s\
            """.formatted(order.name(), WITHOUT_ROWID_FILTER, TrackRow.COLUMNS, ids, order.byIndex()));
    }

    /// Where so many tracks end; null when there are no more.
    private @Nullable TrackPosition end(Connection connection, @Nullable TrackPosition from, int length)
            throws SQLException {
        Query query = endOf(from, length);
        try (var statement = query.prepare(connection);
                var row = statement.executeQuery()) {
            return row.next() ? order.position(row) : null;
        }
    }

    Query endOf(@Nullable TrackPosition from, int length) {
        Conditions start = order.startAfter(from);
        return new Query("""
            /* tracks.endOfStride */
            SELECT %s FROM tracked_emails WHERE TRUE%s ORDER BY %s LIMIT 1 OFFSET %d\
            """.formatted(order.columns(), start, order.byIndex(), length - 1)).with(start);
    }

    /// All tracks that match, if an index finds them and they are not too many; null otherwise.
    private @Nullable List<TrackSummary> sortedIfFew(Connection connection) throws SQLException {
        Conditions narrowest = new FilterConditions(filter).narrowest();
        if (narrowest == null || count(connection, some(narrowest)) > FEW_ENOUGH_TO_SORT) {
            return null;
        }
        return run(connection, sorted());
    }

    static Query some(Conditions narrowest) {
        return new Query("""
            /* tracks.countSome */
            SELECT COUNT(*) FROM (SELECT 1 FROM tracked_emails WHERE TRUE%s LIMIT %d) some\
            """.formatted(narrowest, FEW_ENOUGH_TO_SORT + 1)).with(narrowest);
    }

    private static long count(Connection connection, Query query) throws SQLException {
        try (var statement = query.prepare(connection);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    Query sorted() {
        Conditions start = order.startAfter(after);
        return chosen("""
            SELECT id AS chosen_id FROM tracked_emails WHERE TRUE%s%s ORDER BY %s LIMIT %d\
            """.formatted(conditions, start, order.bySorting(), limit))
                .with(conditions)
                .with(start);
    }

    /// The tracks that the search index proposes and that match; null where it is of no help.
    private @Nullable List<TrackSummary> byWords(Connection connection, List<String> searched) throws SQLException {
        List<String> words = new AskedWords(order, after, firstStride).of(connection, searched);
        if (words.isEmpty()) {
            return null;
        }
        try {
            return run(connection, withWords(words));
        } catch (SQLException e) {
            if (SEARCH_INDEX_FAILS.contains(e.getErrorCode())) {
                return null;
            }
            throw e;
        }
    }

    Query withWords(List<String> words) {
        Conditions start = order.startAfter(after);
        return chosen("""
            SELECT id AS chosen_id
            FROM %s STRAIGHT_JOIN tracked_emails ON id = track_id
            WHERE MATCH (words) AGAINST (? IN BOOLEAN MODE)%s%s
            ORDER BY %s
            LIMIT %d\
            """.formatted(SearchIndex.TABLE, conditions, start, order.bySorting(), limit))
                .with(SearchIndex.query(words))
                .with(conditions)
                .with(start);
    }

    private static List<TrackSummary> run(Connection connection, Query query) throws SQLException {
        try (var statement = query.prepare(connection);
                var rows = statement.executeQuery()) {
            var found = new ArrayList<TrackSummary>();
            while (rows.next()) {
                found.add(TrackRow.read(rows).summary());
            }
            return found;
        }
    }
}
