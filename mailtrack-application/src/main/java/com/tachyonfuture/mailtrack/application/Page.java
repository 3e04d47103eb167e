package com.tachyonfuture.mailtrack.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the things that were asked for, in order.
 *
 * @param next the cursor of the page after this one; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** How many things a page may hold. */
    public static final int LARGEST = 1_000;

    public static final int DEFAULT_SIZE = 100;

    public Page {
        items = List.copyOf(items);
    }

    /** Whether a page may have this size. */
    public static boolean allows(int limit) {
        return limit >= 1 && limit <= LARGEST;
    }

    /** Refuses a page of any other size; sizes are never adjusted, so that nobody misses what they asked for. */
    public static Refusal refuseLimit() {
        return Refusal.invalid("limit", "must be a whole number from 1 to " + LARGEST);
    }

    /** Refuses a cursor that was not made here. */
    public static Refusal refuseCursor() {
        return Refusal.invalid("cursor", "is not one that this service gave out");
    }
}
