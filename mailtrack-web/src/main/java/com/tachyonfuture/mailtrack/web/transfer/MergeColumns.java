package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.domain.track.Mailbox;
import com.tachyonfuture.mailtrack.web.api.CsvStreams.Column;
import com.tachyonfuture.mailtrack.web.track.TrackJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A track as a program for mail merge wants it: whom to write to, and what to put into the mail.
final class MergeColumns {

    static final List<Column<TrackJson>> ALL = List.of(
            new Column<>("recipient", MergeColumns::address),
            new Column<>("name", MergeColumns::name),
            new Column<>("pixel_url", TrackJson::pixelUrl),
            new Column<>("html", track -> track.snippets().html()));

    private MergeColumns() {}

    private static @Nullable String address(TrackJson track) {
        return mailbox(track).map(Mailbox::address).orElse(track.recipient());
    }

    private static @Nullable String name(TrackJson track) {
        return mailbox(track).map(Mailbox::name).orElse(null);
    }

    private static Optional<Mailbox> mailbox(TrackJson track) {
        return Optional.ofNullable(track.recipient()).flatMap(Mailbox::parse);
    }
}
