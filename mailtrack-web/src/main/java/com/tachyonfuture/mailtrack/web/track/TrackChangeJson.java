package com.tachyonfuture.mailtrack.web.track;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.api.JsonObjects;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client wants to change of a track: a JSON object of which three fields count, each of which may be absent.
final class TrackChangeJson {

    private boolean setsNotes;
    private @Nullable String notes;
    private @Nullable Boolean pinned;
    private @Nullable Boolean stopped;
    private final List<Violation> violations = new ArrayList<>();

    private TrackChangeJson() {}

    /// @throws RefusedRequest when it is no such object, or changes nothing
    static TrackChangeJson parse(byte[] body) {
        var change = new TrackChangeJson();
        JsonObjects.read(body, change::field);
        if (!change.violations.isEmpty()) {
            throw new RefusedRequest(Refusal.unacceptable(change.violations));
        }
        if (!change.setsNotes && change.pinned == null && change.stopped == null) {
            throw new RefusedRequest(new Refusal(
                    Refusal.Kind.UNACCEPTABLE,
                    "nothing_to_change",
                    "The body has none of the fields notes, pinned and stopped, which are those that can be changed.",
                    List.of()));
        }
        return change;
    }

    private void field(String name, JsonToken value, JsonParser parser) throws IOException {
        switch (name) {
            case "notes" -> notes(value, parser);
            case "pinned" -> pinned = flag(name, value, parser);
            case "stopped" -> stopped = flag(name, value, parser);
            default -> parser.skipChildren();
        }
    }

    private void notes(JsonToken value, JsonParser parser) throws IOException {
        setsNotes = true;
        if (value == JsonToken.VALUE_STRING) {
            notes = parser.getText();
        } else if (value != JsonToken.VALUE_NULL) {
            violations.add(new Violation("notes", "must be a string or null"));
            parser.skipChildren();
        }
    }

    private @Nullable Boolean flag(String name, JsonToken value, JsonParser parser) throws IOException {
        if (value.isBoolean()) {
            return parser.getBooleanValue();
        }
        violations.add(new Violation(name, "must be true or false"));
        parser.skipChildren();
        return null;
    }

    boolean setsNotes() {
        return setsNotes;
    }

    /// The new notes; null for none.
    @Nullable
    String notes() {
        return notes;
    }

    /// Null to leave it as it is.
    @Nullable
    Boolean pinned() {
        return pinned;
    }

    /// Null to leave it as it is.
    @Nullable
    Boolean stopped() {
        return stopped;
    }
}
