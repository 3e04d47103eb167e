package com.tachyonfuture.mailtrack.web.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what a client says of a new track: a JSON object, of which four fields count.
///
/// It is read token by token, since a binder would turn the number 5 into the text "5", and answer for what it can't
/// turn into anything with the name of a class.
final class NewTrackJson {

    private static final List<String> FIELDS = List.of("recipient", "subject", "notes", "message_group_id");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, String> texts = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private NewTrackJson() {}

    /// @throws RefusedRequest when it is no such object
    static TrackDetails parse(byte[] body) {
        var read = new NewTrackJson();
        try (JsonParser parser = JSON.createParser(text(body))) {
            read.object(parser);
        } catch (JsonParseException broken) {
            throw malformed("at line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr());
        } catch (CharacterCodingException noText) {
            throw malformed("it is not UTF-8");
        } catch (IOException beyondAllLimits) {
            throw malformed("it is nested too deeply, or a number in it is too long");
        }
        return read.details();
    }

    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private void object(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw malformed("it is empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new RefusedRequest(refusal("unexpected_json", "The body must be a JSON object."));
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            field(name, parser.nextToken(), parser);
        }
        if (parser.nextToken() != null) {
            throw malformed("something follows the object");
        }
    }

    private void field(String name, JsonToken value, JsonParser parser) throws IOException {
        if (!FIELDS.contains(name)) {
            parser.skipChildren();
        } else if (value == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getText());
        } else if (value != JsonToken.VALUE_NULL) {
            violations.add(new Violation(name, "must be a string or null"));
            parser.skipChildren();
        }
    }

    private TrackDetails details() {
        if (!violations.isEmpty()) {
            throw new RefusedRequest(Refusal.unacceptable(violations));
        }
        return new TrackDetails(
                texts.get("recipient"), texts.get("subject"), texts.get("notes"), texts.get("message_group_id"));
    }

    private static RefusedRequest malformed(String reason) {
        return new RefusedRequest(refusal("malformed_json", "The body is not valid JSON: " + reason + "."));
    }

    private static Refusal refusal(String code, String message) {
        return new Refusal(Refusal.Kind.INVALID, code, message, List.of());
    }
}
