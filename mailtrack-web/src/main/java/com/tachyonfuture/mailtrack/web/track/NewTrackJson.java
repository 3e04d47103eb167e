package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.api.JsonTexts;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import java.util.List;

/// Reads what a client says of a new track: a JSON object, of which four fields count.
final class NewTrackJson {

    private static final List<String> FIELDS = List.of("recipient", "subject", "notes", "message_group_id");

    private NewTrackJson() {}

    /// @throws RefusedRequest when it is no such object
    static TrackDetails parse(byte[] body) {
        var read = JsonTexts.parse(body, FIELDS, List.of());
        return new TrackDetails(
                read.text("recipient"), read.text("subject"), read.text("notes"), read.text("message_group_id"));
    }
}
