package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which viewers were seen when, as far as it counts: what comes from the same viewer within the window of a view that
 * counts, before or after it, is a repeat. A repeat starts no window of its own, so that somebody who looks again and
 * again is counted once in each window.
 */
public final class CountedViews {

    /** Of a viewer, where viewers are bounded: with the usual window more than a day. */
    private static final int LATEST = 128;

    private final Duration window;
    private final int mostViewers;
    private final Map<Long, List<Instant>> views = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param window how far a view that counts reaches; zero: there are no repeats
     */
    public CountedViews(Duration window) {
        this(window, Integer.MAX_VALUE);
    }

    /**
     * For views without end, in about the order of their time: so much is remembered that it stays small.
     *
     * @param mostViewers of more, those are forgotten who have not been seen for longest
     */
    public CountedViews(Duration window, int mostViewers) {
        this.window = window;
        this.mostViewers = mostViewers;
    }

    /** There was a view that counts. */
    public void add(long viewer, Instant at) {
        List<Instant> its = views.computeIfAbsent(viewer, unseen -> new ArrayList<>(1));
        its.add(at);
        if (mostViewers < Integer.MAX_VALUE && its.size() > LATEST) {
            its.remove(0);
        }
        if (views.size() > mostViewers) {
            views.remove(views.keySet().iterator().next());
        }
    }

    /** Whether a view is a repeat; if it is not, it counts from here on. */
    public boolean isRepeat(long viewer, Instant at) {
        boolean repeat = isNearAny(viewer, at);
        if (!repeat) {
            add(viewer, at);
        }
        return repeat;
    }

    /** Whether a view would be a repeat. */
    public boolean isNearAny(long viewer, Instant at) {
        return views.getOrDefault(viewer, List.of()).stream().anyMatch(counted -> isNear(counted, at));
    }

    private boolean isNear(Instant counted, Instant at) {
        return !window.isZero() && Duration.between(counted, at).abs().compareTo(window) <= 0;
    }
}
