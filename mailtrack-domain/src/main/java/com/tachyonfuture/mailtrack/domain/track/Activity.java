package com.tachyonfuture.mailtrack.domain.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a track so far, in numbers.
 *
 * @param opens all that was recorded
 * @param reads the opens that count as somebody reading
 * @param ownOpens those by which the owner looked at what they sent
 * @param firstReadAt null as well where nobody knows when it was read
 * @param latestReads when it was read last, up to {@value #LATEST_READS} times, the latest first
 */
public record Activity(
        long opens,
        long reads,
        long ownOpens,
        @Nullable Instant firstOpenedAt,
        @Nullable Instant lastOpenedAt,
        @Nullable Instant firstReadAt,
        List<Instant> latestReads) {

    public static final Activity NONE = new Activity(0, 0, 0, null, null, null, List.of());

    /** So many reads within {@link #HOT_FOR} make a track hot. */
    public static final int LATEST_READS = 3;

    public static final Duration HOT_FOR = Duration.ofHours(24);

    /** A track that was read, but not for so long, is quiet. */
    public static final Duration QUIET_AFTER = Duration.ofDays(14);

    public Activity {
        latestReads = List.copyOf(latestReads);
    }

    public boolean isRead() {
        return reads > 0;
    }

    /** Whether something but the owner fetched it. */
    public boolean isDelivered() {
        return opens > ownOpens;
    }

    public TrackState state() {
        if (isRead()) {
            return TrackState.READ;
        }
        return isDelivered() ? TrackState.DELIVERED : TrackState.WAITING;
    }

    public @Nullable Instant lastReadAt() {
        return latestReads.isEmpty() ? null : latestReads.get(0);
    }

    /** When the third read from the end was; null where there were fewer. */
    public @Nullable Instant thirdLastReadAt() {
        return latestReads.size() < LATEST_READS ? null : latestReads.get(LATEST_READS - 1);
    }

    /** Whether it was read often lately. */
    public boolean isHot(Instant now) {
        Instant third = thirdLastReadAt();
        return third != null && third.isAfter(now.minus(HOT_FOR));
    }

    /** Whether it was read, but for long no more. */
    public boolean isQuiet(Instant now) {
        Instant last = lastReadAt();
        return last != null && !last.isAfter(now.minus(QUIET_AFTER));
    }

    /** This activity and one open more, by somebody else than the owner. */
    public Activity and(Instant openedAt, boolean counted) {
        return and(openedAt, false, counted);
    }

    /**
     * This activity and one open more.
     *
     * @param openedAt null where nobody knows
     * @param own whether the owner looked
     * @param counted whether it is one of the reads
     */
    public Activity and(@Nullable Instant openedAt, boolean own, boolean counted) {
        return new Activity(
                opens + 1,
                counted ? reads + 1 : reads,
                own ? ownOpens + 1 : ownOpens,
                earlier(firstOpenedAt, openedAt),
                later(lastOpenedAt, openedAt),
                counted ? earlier(firstReadAt, openedAt) : firstReadAt,
                counted ? withRead(openedAt) : latestReads);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private List<Instant> withRead(@Nullable Instant readAt) {
        return Stream.concat(latestReads.stream(), Stream.ofNullable(readAt))
                .sorted(Comparator.reverseOrder())
                .limit(LATEST_READS)
                .toList();
    }
}
