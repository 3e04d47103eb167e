package com.tachyonfuture.mailtrack.application.live;

import com.tachyonfuture.mailtrack.application.live.port.Arrivals;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Looks for opens that were recorded since the last look, by whichever instance. Safe for many threads.
 *
 * <h2>Nothing is missed</h2>
 *
 * <p>An open gets its id before it can be seen, and several instances record at the same time: one with a smaller id may
 * appear after one with a larger. So a look does not begin where the last one ended but where one ended that was
 * {@link #OVERLAP} ago, and passes over what it has seen. Only what takes longer than that to be recorded is never told;
 * pages show it all the same.
 *
 * <h2>Nothing is too much</h2>
 *
 * <p>A look reads {@link #MOST_READ} opens. When more than that arrive within the overlap, it is given up for this look;
 * when more arrive between two looks, so many are told, and that there are more.
 */
public final class WatchOpens {

    /** How many opens are read at once. */
    static final int MOST_READ = 1_000;

    /** How long a transaction that records opens may take. */
    static final Duration OVERLAP = Duration.ofSeconds(10);

    /**
     * What somebody hears who begins to listen.
     *
     * @param missed what they asked for
     * @param known the ids beyond the mark of opens that are no news to anybody
     */
    public record Greeting(News missed, Set<Long> known) {

        public Greeting {
            known = Set.copyOf(known);
        }
    }

    /**
     * The end of a look.
     *
     * @param at by the clock
     * @param highest the largest id that was known then
     */
    private record End(long at, long highest) {}

    private final Arrivals arrivals;
    private final LongSupplier nanoClock;

    private final Deque<End> ends = new ArrayDeque<>();
    private final NavigableSet<Long> seen = new TreeSet<>();
    private long beganAt;

    /** @param nanoClock nanoseconds since any moment; never goes back */
    public WatchOpens(Arrivals arrivals, LongSupplier nanoClock) {
        this.arrivals = arrivals;
        this.nanoClock = nanoClock;
    }

    /**
     * Begins to watch, unless that was done; then tells what came after a mark. Without one nothing was missed.
     *
     * @param mark of {@link News}, maybe of another instance
     */
    public synchronized Greeting greet(OptionalLong mark) {
        begin();
        if (mark.isEmpty()) {
            return new Greeting(News.of(mark(), List.of(), false), seen.tailSet(mark(), false));
        }
        List<Arrival> missed = arrivals.after(mark.getAsLong(), MOST_READ + 1);
        return new Greeting(news(missed), Set.of());
    }

    /** What arrived since the last look; empty when that is nothing. The first look finds nothing. */
    public synchronized Optional<News> look() {
        begin();
        List<Arrival> found = arrivals.after(settled(), MOST_READ + 1);
        if (found.size() > MOST_READ) {
            found = arrivals.after(highest(), MOST_READ + 1);
            startAt(highest());
        }
        List<Arrival> fresh =
                found.stream().filter(open -> !seen.contains(open.openId())).toList();
        remember(found);
        return Optional.of(news(fresh)).filter(news -> !news.isEmpty());
    }

    /** Forgets where it was; what arrives from now on is not told to anybody. */
    public synchronized void end() {
        ends.clear();
        seen.clear();
    }

    /** What is recorded just now may have a smaller id than the latest. */
    private void begin() {
        if (ends.isEmpty()) {
            long latest = arrivals.latest();
            List<Arrival> known = arrivals.after(latest - MOST_READ, MOST_READ);
            startAt(latest - MOST_READ);
            known.forEach(open -> seen.add(open.openId()));
            beganAt = known.isEmpty() ? latest : Math.max(latest, seen.last());
            ends.add(new End(nanoClock.getAsLong(), beganAt));
        }
    }

    private void startAt(long id) {
        ends.clear();
        ends.add(new End(nanoClock.getAsLong(), id));
        forgetSettled();
    }

    /** Up to here nothing appears any more. */
    private long settled() {
        return ends.getFirst().highest();
    }

    private long highest() {
        return ends.getLast().highest();
    }

    /** What there was in the beginning is no news, even to those who ask again soon. */
    private long mark() {
        return Math.max(settled(), beganAt);
    }

    private void remember(List<Arrival> found) {
        if (found.size() > MOST_READ) {
            startAt(arrivals.latest());
            return;
        }
        found.forEach(open -> seen.add(open.openId()));
        long now = nanoClock.getAsLong();
        ends.add(new End(now, seen.isEmpty() ? highest() : Math.max(highest(), seen.last())));
        settle(now);
    }

    private void settle(long now) {
        End first = ends.removeFirst();
        while (!ends.isEmpty() && now - ends.getFirst().at() >= OVERLAP.toNanos()) {
            first = ends.removeFirst();
        }
        ends.addFirst(first);
        forgetSettled();
    }

    private void forgetSettled() {
        seen.headSet(settled(), true).clear();
    }

    private News news(List<Arrival> found) {
        boolean more = found.size() > MOST_READ;
        return News.of(mark(), more ? found.subList(0, MOST_READ) : found, more);
    }
}
