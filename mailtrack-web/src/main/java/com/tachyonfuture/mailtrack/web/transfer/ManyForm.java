package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.application.track.CreateTracks;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.RecipientList;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.form.Form;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to many, as it was typed.
///
/// @param key belongs to one showing of the form, so that sending it twice creates its tracks once
record ManyForm(String recipients, String subject, String notes, String key) {

    static final String KEY_FIELD = "idempotency_key";

    static ManyForm empty() {
        return new ManyForm("", "", "", newKey());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    /// Browsers send the ends of lines as two characters; people typed one.
    static ManyForm of(Form form) {
        return new ManyForm(
                form.text("recipients"),
                form.text("subject"),
                form.text("notes").replace("\r\n", "\n"),
                form.text(KEY_FIELD));
    }

    ManyForm withNewKey() {
        return new ManyForm(recipients, subject, notes, newKey());
    }

    /// @param address of whoever typed it
    CreateTracks.Request request(RecipientList list, @Nullable IpAddress address) {
        var common = new TrackDetails(null, orNull(subject.strip()), orNull(notes), null);
        return new CreateTracks.Request(
                list.recipients().stream().map(entry -> entry.mailbox().text()).toList(), common, orNull(key), address);
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
