package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.mysql.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What many rows of past times add up to, remembered as far as there is room for it, because hardly anything ever
/// changes in days that are over.
///
/// Each sum is kept together with how often rows of its time had changed, see [Changes]. That is read first: the sum
/// may be newer than it says, never older. Where the number is another one now the sum is read anew, and where the sum
/// is old: somebody may have changed rows by hand. Any thread may ask.
///
/// @param <R> tells sums apart
/// @param <S> a sum, which nobody changes
final class PastMemory<R extends PastMemory.Rows, S> {

    /// Which rows are summed.
    interface Rows {

        Range range();

        /// Those of the rows, from the shortest pieces of time to the longest.
        List<Level> levels();
    }

    private static final Duration LONGEST_TRUSTED = Duration.ofHours(1);

    private record Kept<S>(long changes, Instant readAt, S sum, int size) {

        boolean isRight(long changesNow, Instant now) {
            return changes == changesNow && now.isBefore(readAt.plus(LONGEST_TRUSTED));
        }
    }

    private final LinkedHashMap<R, Kept<S>> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private final InstantSource clock;
    private final Changes changes;
    private final ToIntFunction<S> sizes;
    private final int mostInAll;
    private int size;

    /// @param changes of such rows
    /// @param sizes how many values a sum has
    /// @param mostInAll values; what was asked for longest ago is forgotten first
    PastMemory(InstantSource clock, Changes changes, ToIntFunction<S> sizes, int mostInAll) {
        this.clock = clock;
        this.changes = changes;
        this.sizes = sizes;
        this.mostInAll = mostInAll;
    }

    /// Where the past of a range ends: with the day before yesterday of UTC. Yesterday may still be today in the west,
    /// and late hits of it come in for a while.
    Instant end(Range range) {
        Instant yesterday = Level.DAY.start(clock.instant()).minus(Duration.ofDays(1));
        Instant end = yesterday.isBefore(range.to()) ? yesterday : range.to();
        return end.isBefore(range.from()) ? range.from() : end;
    }

    /// What is remembered, or else what is read now.
    S get(Connection connection, R rows, Work<S> read) throws SQLException {
        long changesNow = changes.in(connection, rows.range(), rows.levels());
        Optional<S> known = known(rows, changesNow);
        if (known.isPresent()) {
            return known.get();
        }
        S sum = read.on(connection);
        put(rows, new Kept<>(changesNow, clock.instant(), sum, 1 + sizes.applyAsInt(sum)));
        return sum;
    }

    private synchronized Optional<S> known(R rows, long changesNow) {
        return Optional.ofNullable(remembered.get(rows))
                .filter(kept -> kept.isRight(changesNow, clock.instant()))
                .map(Kept::sum);
    }

    private synchronized void put(R rows, Kept<S> kept) {
        Optional.ofNullable(remembered.put(rows, kept)).ifPresent(former -> size -= former.size());
        size += kept.size();
        Iterator<Kept<S>> oldestFirst = remembered.values().iterator();
        while (size > mostInAll) {
            size -= oldestFirst.next().size();
            oldestFirst.remove();
        }
    }
}
