package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which viewers were seen when, as far as it counts: what comes from the same viewer within the window of a view that
 * counts, before or after it, is a repeat. A repeat starts no window of its own, so that somebody who looks again and
 * again is counted once in each window.
 */
public final class CountedViews {

    private final Duration window;
    private final Map<Long, List<Instant>> views = new HashMap<>();

    /**
     * @param window how far a view that counts reaches; zero: there are no repeats
     */
    public CountedViews(Duration window) {
        this.window = window;
    }

    /** There was a view that counts. */
    public void add(long viewer, Instant at) {
        views.computeIfAbsent(viewer, unseen -> new ArrayList<>(1)).add(at);
    }

    /** Whether a view is a repeat; if it is not, it counts from here on. */
    public boolean isRepeat(long viewer, Instant at) {
        boolean repeat = views.getOrDefault(viewer, List.of()).stream().anyMatch(counted -> isNear(counted, at));
        if (!repeat) {
            add(viewer, at);
        }
        return repeat;
    }

    private boolean isNear(Instant counted, Instant at) {
        return !window.isZero() && Duration.between(counted, at).abs().compareTo(window) <= 0;
    }
}
