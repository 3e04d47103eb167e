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
import java.util.Optional;
import java.util.function.ToIntFunction;

/// What many rows of past times add up to, remembered as far as there is room for it, because hardly anything ever
/// changes in days that are over.
///
/// Each sum is kept together with how often its time had changed, see [Changes]. That is read before the sum is: the
/// sum may be newer than it says, never older. Where the number is another one now the sum is read anew, and where the
/// sum is old: somebody may have changed rows by hand. Any thread may ask.
///
/// @param <K> says of what and when
/// @param <S> a sum, which nobody changes
final class PastMemory<K, S> {

    private static final Duration LONGEST_TRUSTED = Duration.ofHours(1);

    private record Kept<S>(long changes, Instant readAt, S sum, int size) {

        boolean isRight(long changesNow, Instant now) {
            return changes == changesNow && now.isBefore(readAt.plus(LONGEST_TRUSTED));
        }
    }

    private final LinkedHashMap<K, Kept<S>> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private final InstantSource clock;
    private final ToIntFunction<S> sizes;
    private final int mostInAll;
    private int size;

    /// @param sizes how many values a sum has
    /// @param mostInAll values; what was asked for longest ago is forgotten first
    PastMemory(InstantSource clock, ToIntFunction<S> sizes, int mostInAll) {
        this.clock = clock;
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
    ///
    /// @param changes how often its time has changed until now
    S get(Connection connection, K key, long changes, Work<S> read) throws SQLException {
        Optional<S> known = get(key, changes);
        if (known.isPresent()) {
            return known.get();
        }
        S sum = read.on(connection);
        put(key, new Kept<>(changes, clock.instant(), sum, 1 + sizes.applyAsInt(sum)));
        return sum;
    }

    private synchronized Optional<S> get(K key, long changes) {
        return Optional.ofNullable(remembered.get(key))
                .filter(kept -> kept.isRight(changes, clock.instant()))
                .map(Kept::sum);
    }

    private synchronized void put(K key, Kept<S> kept) {
        Optional.ofNullable(remembered.put(key, kept)).ifPresent(former -> size -= former.size());
        size += kept.size();
        Iterator<Kept<S>> oldestFirst = remembered.values().iterator();
        while (size > mostInAll) {
            size -= oldestFirst.next().size();
            oldestFirst.remove();
        }
    }
}
