package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Does the same to several tracks that the owner chose. Each is done for itself and once, however often it was chosen;
 * what is gone meanwhile is passed over. When the storage fails half-way, what was done stays done, and all may be asked
 * for again.
 */
public final class ChosenTracks {

    /** How many may be chosen at a time. */
    public static final int MOST = 1_000;

    /** What is there of them. */
    public sealed interface Look permits Found, TooMany {}

    /**
     * Those of them that there are.
     *
     * @param tracks the newest first
     */
    public record Found(List<TrackSummary> tracks) implements Look {

        public Found {
            tracks = List.copyOf(tracks);
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Done, TooMany {}

    /**
     * It is done.
     *
     * @param tracks how many of them there were
     */
    public record Done(int tracks) implements Outcome {}

    /** More than {@link #MOST} were chosen, and nothing was done. */
    public record TooMany() implements Look, Outcome {}

    private final Tracks tracks;

    public ChosenTracks(Tracks tracks) {
        this.tracks = tracks;
    }

    public Look look(Collection<TrackId> chosen) {
        var once = new LinkedHashSet<>(chosen);
        return once.size() > MOST ? new TooMany() : new Found(tracks.withIds(once));
    }

    /** Marks them as those to see first, or no more. */
    public Outcome pin(Collection<TrackId> chosen, boolean pinned) {
        return each(chosen, id -> tracks.pin(id, pinned));
    }

    /** Deletes them with all their opens, for good. */
    public Outcome delete(Collection<TrackId> chosen) {
        return each(chosen, tracks::delete);
    }

    private static Outcome each(Collection<TrackId> chosen, Predicate<TrackId> work) {
        Set<TrackId> once = new LinkedHashSet<>(chosen);
        return once.size() > MOST
                ? new TooMany()
                : new Done(Math.toIntExact(once.stream().filter(work).count()));
    }
}
