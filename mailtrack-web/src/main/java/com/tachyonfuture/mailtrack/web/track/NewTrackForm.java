package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.form.Form;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A new track as it was typed.
///
/// @param key belongs to one showing of the form, so that sending it twice creates one track
record NewTrackForm(String recipient, String subject, String notes, String key) {

    static final String KEY_FIELD = "idempotency_key";

    static NewTrackForm empty() {
        return new NewTrackForm("", "", "", newKey());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    /// Browsers send the ends of lines as two characters; people typed one.
    static NewTrackForm of(Form form) {
        return new NewTrackForm(
                form.text("recipient"),
                form.text("subject"),
                form.text("notes").replace("\r\n", "\n"),
                form.text(KEY_FIELD));
    }

    NewTrackForm withNewKey() {
        return new NewTrackForm(recipient, subject, notes, newKey());
    }

    /// @param address of whoever typed it
    CreateTrack.Request request(@Nullable IpAddress address) {
        var details = new TrackDetails(orNull(recipient.strip()), orNull(subject.strip()), orNull(notes), null);
        return new CreateTrack.Request(details, orNull(key), address);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
