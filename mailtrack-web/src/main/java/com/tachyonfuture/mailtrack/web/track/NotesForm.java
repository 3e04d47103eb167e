package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.web.form.Form;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Notes as they were typed.
///
/// @param notes null for none
/// @param seen which notes the form was shown with, as [#fingerprint] tells them apart
record NotesForm(@Nullable String notes, String seen) {

    static NotesForm of(Form form) {
        String notes = form.text("notes").replace("\r\n", "\n");
        return new NotesForm(notes.isEmpty() ? null : notes, form.text("seen"));
    }

    /// The same for the same notes only. Browsers make the ends of lines their own.
    static String fingerprint(@Nullable String notes) {
        String text = Objects.requireNonNullElse(notes, "").replace("\r\n", "\n");
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// Whether the owner saw the notes that this form replaces.
    boolean replaces(@Nullable String present) {
        return seen.equals(fingerprint(present));
    }
}
