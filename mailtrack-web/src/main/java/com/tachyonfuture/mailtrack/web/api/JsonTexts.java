package com.tachyonfuture.mailtrack.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a JSON object, of which some fields count: texts, and lists of texts.
///
/// It is read token by token, since a binder would turn the number 5 into the text "5", and answer for what it can't
/// turn into anything with the name of a class.
public final class JsonTexts {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<String> fields;
    private final List<String> lists;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> textsOfLists = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private JsonTexts(List<String> fields, List<String> lists) {
        this.fields = fields;
        this.lists = lists;
    }

    /// Reads an object.
    ///
    /// @param fields names of texts, each of which may be null or missing
    /// @param lists names of lists of texts, each of which has to be there
    /// @throws RefusedRequest when it is no such object
    public static JsonTexts parse(byte[] body, List<String> fields, List<String> lists) {
        var read = new JsonTexts(fields, lists);
        try (JsonParser parser = JSON.createParser(decode(body))) {
            read.object(parser);
        } catch (JsonParseException broken) {
            throw malformed("at line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr());
        } catch (CharacterCodingException noText) {
            throw malformed("it is not UTF-8");
        } catch (IOException beyondAllLimits) {
            throw malformed("it is nested too deeply, or a number in it is too long");
        }
        read.check();
        return read;
    }

    private static String decode(byte[] body) throws CharacterCodingException {
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
        if (lists.contains(name) && value == JsonToken.START_ARRAY) {
            textsOfLists.put(name, list(name, parser));
        } else if (!fields.contains(name)) {
            parser.skipChildren();
        } else if (value == JsonToken.VALUE_STRING) {
            texts.put(name, parser.getText());
        } else if (value != JsonToken.VALUE_NULL) {
            violations.add(new Violation(name, "must be a string or null"));
            parser.skipChildren();
        }
    }

    private List<String> list(String name, JsonParser parser) throws IOException {
        var found = new ArrayList<String>();
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            if (item == JsonToken.VALUE_STRING) {
                found.add(parser.getText());
            } else {
                violations.add(new Violation(name + "[" + found.size() + "]", "must be a string"));
                found.add("");
                parser.skipChildren();
            }
        }
        return found;
    }

    private void check() {
        for (String name : lists) {
            if (!textsOfLists.containsKey(name)) {
                violations.add(new Violation(name, "must be an array of strings"));
            }
        }
        if (!violations.isEmpty()) {
            throw new RefusedRequest(Refusal.unacceptable(violations));
        }
    }

    private static RefusedRequest malformed(String reason) {
        return new RefusedRequest(refusal("malformed_json", "The body is not valid JSON: " + reason + "."));
    }

    private static Refusal refusal(String code, String message) {
        return new Refusal(Refusal.Kind.INVALID, code, message, List.of());
    }

    /// A text; null where it is null or missing.
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /// A list of texts.
    public List<String> list(String name) {
        return textsOfLists.getOrDefault(name, List.of());
    }
}
