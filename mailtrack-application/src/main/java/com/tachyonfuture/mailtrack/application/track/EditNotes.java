package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces the owner's notes on a track; searches find it by the new ones from then on. */
public final class EditNotes {

    /** What came of it. */
    public sealed interface Outcome permits Edited, NoSuchTrack, Refused {}

    public record Edited() implements Outcome {}

    public record NoSuchTrack() implements Outcome {}

    /** The notes are as they were. */
    public record Refused(Refusal refusal) implements Outcome {}

    private final Tracks tracks;

    public EditNotes(Tracks tracks) {
        this.tracks = tracks;
    }

    /**
     * The notes of the track with this id are these.
     *
     * @param notes null for none
     */
    public Outcome of(TrackId id, @Nullable String notes) {
        List<Violation> violations = new TrackDetails(null, null, notes, null).violations();
        if (!violations.isEmpty()) {
            return new Refused(Refusal.unacceptable(violations));
        }
        return tracks.editNotes(id, notes) ? new Edited() : new NoSuchTrack();
    }
}
