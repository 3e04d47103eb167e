package com.tachyonfuture.mailtrack.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.tachyonfuture.mailtrack.application.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads a JSON object that a client sent token by token, since a binder would turn the number 5 into the text "5", and
/// answer for what it can't turn into anything with the name of a class.
public final class JsonObjects {

    /// Takes a field, or passes over it with [JsonParser#skipChildren].
    @FunctionalInterface
    public interface Field {
        void take(String name, JsonToken value, JsonParser parser) throws IOException;
    }

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonObjects() {}

    /// Hands over the fields of an object in their order.
    ///
    /// @throws RefusedRequest when it is no JSON object
    public static void read(byte[] body, Field field) {
        try (JsonParser parser = JSON.createParser(text(body))) {
            object(parser, field);
        } catch (JsonParseException broken) {
            throw malformed("at line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr());
        } catch (CharacterCodingException noText) {
            throw malformed("it is not UTF-8");
        } catch (IOException beyondAllLimits) {
            throw malformed("it is nested too deeply, or a number in it is too long");
        }
    }

    private static String text(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static void object(JsonParser parser, Field field) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw malformed("it is empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new RefusedRequest(refusal("unexpected_json", "The body must be a JSON object."));
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            field.take(name, parser.nextToken(), parser);
        }
        if (parser.nextToken() != null) {
            throw malformed("something follows the object");
        }
    }

    private static RefusedRequest malformed(String reason) {
        return new RefusedRequest(refusal("malformed_json", "The body is not valid JSON: " + reason + "."));
    }

    private static Refusal refusal(String code, String message) {
        return new Refusal(Refusal.Kind.INVALID, code, message, List.of());
    }
}
