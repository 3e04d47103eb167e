package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.form.Form;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The tracks that were chosen in the list, and where the owner goes afterwards.
///
/// @param tracks in no order
/// @param back the address of the list
record ChosenForm(List<TrackId> tracks, String back) {

    /// Begins the name of each box in the list; the rest of it is the track's id.
    static final String PREFIX = "track.";

    /// In UTF-16 units.
    private static final int LONGEST_ADDRESS = 4_000;

    static ChosenForm of(Form form) {
        List<TrackId> tracks = form.fields().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> TrackId.parse(name.substring(PREFIX.length())))
                .flatMap(Optional::stream)
                .toList();
        return new ChosenForm(tracks, local(form.text("back")));
    }

    /// Only ever the list, whatever the form says.
    private static String local(String address) {
        boolean ours = address.startsWith("/?") && address.length() <= LONGEST_ADDRESS;
        return ours && address.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"<>\\^`{|}".indexOf(c) < 0)
                ? address
                : "/";
    }

    /// The address of the list, which then says what was done.
    URI after(String done, int count) {
        String separator = back.contains("?") ? "&" : "?";
        try {
            return URI.create(back + separator + "done=" + done + "&count=" + count);
        } catch (IllegalArgumentException noAddress) {
            return URI.create("/?done=" + done + "&count=" + count);
        }
    }
}
