package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Does the same to several tracks that the owner chose. Each is done for itself and once, however often it was chosen;
 * what is gone meanwhile is passed over. When the storage fails half-way, what was done stays done, and all may be asked
 * for again.
 */
public final class ChosenTracks {

    /** How many may be chosen at a time. */
    public static final int MOST = 1_000;

    /** What came of it. */
    public sealed interface Outcome permits Done, Refused {}

    /**
     * It is done.
     *
     * @param tracks how many of them there were
     */
    public record Done(int tracks) implements Outcome {}

    /** Nothing was done. */
    public record Refused(Refusal refusal) implements Outcome {}

    private final Tracks tracks;

    public ChosenTracks(Tracks tracks) {
        this.tracks = tracks;
    }

    /** Those of them that there are, in the order in which they were chosen. */
    public List<TrackSummary> look(Collection<TrackId> chosen) {
        return new LinkedHashSet<>(chosen)
                .stream()
                        .limit(MOST)
                        .map(tracks::find)
                        .flatMap(Optional::stream)
                        .toList();
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
        var once = new LinkedHashSet<>(chosen);
        if (once.isEmpty()) {
            return new Refused(Refusal.invalid("id", "names no track"));
        }
        if (once.size() > MOST) {
            return new Refused(Refusal.invalid("id", "names more than " + MOST + " tracks"));
        }
        return new Done(Math.toIntExact(once.stream().filter(work).count()));
    }
}
