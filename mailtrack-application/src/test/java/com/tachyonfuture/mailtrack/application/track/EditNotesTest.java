package com.tachyonfuture.mailtrack.application.track;

import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.EditNotes.Edited;
import com.tachyonfuture.mailtrack.application.track.EditNotes.NoSuchTrack;
import com.tachyonfuture.mailtrack.application.track.EditNotes.Refused;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import org.junit.jupiter.api.Test;

final class EditNotesTest {

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final EditNotes editNotes = new EditNotes(storage.tracks());

    @Test
    void notesAreReplacedAndRemoved() {
        storage.tracks().add(track(1));

        assertThat(editNotes.of(id(1), "call back")).isEqualTo(new Edited());
        assertThat(storage.tracks().find(id(1)).orElseThrow().track().details().notes())
                .isEqualTo("call back");
        assertThat(editNotes.of(id(1), null)).isEqualTo(new Edited());
        assertThat(storage.tracks().find(id(1)).orElseThrow().track().details().notes())
                .isNull();
    }

    @Test
    void anUnknownTrackHasNoNotes() {
        assertThat(editNotes.of(id(1), "call back")).isEqualTo(new NoSuchTrack());
    }

    @Test
    void notesThatCanNotBeStoredAreRefused() {
        storage.tracks().add(track(1));

        assertThat(editNotes.of(id(1), "x".repeat(TrackDetails.LONGEST_NOTES_BYTES + 1)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(
                                        refused.refusal().violations().get(0).field())
                                .isEqualTo("notes"));
    }
}
