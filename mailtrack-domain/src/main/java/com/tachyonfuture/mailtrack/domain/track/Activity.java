package com.tachyonfuture.mailtrack.domain.track;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a track so far, in numbers.
 *
 * @param opens all that was recorded
 * @param reads the opens that count as somebody reading
 */
public record Activity(
        long opens,
        long reads,
        @Nullable Instant firstOpenedAt,
        @Nullable Instant lastOpenedAt) {

    public static final Activity NONE = new Activity(0, 0, null, null);

    public boolean isRead() {
        return reads > 0;
    }

    /** What that says of the track, where so many of the opens were the owner's own: they tell nothing of delivery. */
    public TrackState state(long own) {
        if (isRead()) {
            return TrackState.READ;
        }
        return opens <= own ? TrackState.WAITING : TrackState.DELIVERED;
    }

    /** This activity and one open more. */
    public Activity and(Instant openedAt, boolean counted) {
        return new Activity(
                opens + 1,
                counted ? reads + 1 : reads,
                firstOpenedAt == null || openedAt.isBefore(firstOpenedAt) ? openedAt : firstOpenedAt,
                lastOpenedAt == null || openedAt.isAfter(lastOpenedAt) ? openedAt : lastOpenedAt);
    }
}
