package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.EditNotes;
import com.tachyonfuture.mailtrack.application.track.PinTrack;
import com.tachyonfuture.mailtrack.application.track.StopTrack;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import jakarta.inject.Singleton;

/// Changes what can be changed of a track.
@Singleton
final class TrackChanges {

    private final EditNotes editNotes;
    private final PinTrack pinTrack;
    private final StopTrack stopTrack;

    TrackChanges(EditNotes editNotes, PinTrack pinTrack, StopTrack stopTrack) {
        this.editNotes = editNotes;
        this.pinTrack = pinTrack;
        this.stopTrack = stopTrack;
    }

    /// The notes come first, since they may be refused.
    ///
    /// @throws RefusedRequest when there is no such track, or its notes can't be stored; then nothing was changed
    void make(TrackId id, TrackChangeJson change) {
        if (change.setsNotes()) {
            switch (editNotes.of(id, change.notes())) {
                case EditNotes.Edited() -> {}
                case EditNotes.NoSuchTrack() -> throw TrackIds.unknown();
                case EditNotes.Refused(var refusal) -> throw new RefusedRequest(refusal);
            }
        }
        if (change.pinned() != null) {
            known(change.pinned() ? pinTrack.by(id) : pinTrack.undo(id));
        }
        if (change.stopped() != null) {
            known(change.stopped() ? stopTrack.by(id) : stopTrack.undo(id));
        }
    }

    private static void known(boolean found) {
        if (!found) {
            throw TrackIds.unknown();
        }
    }
}
