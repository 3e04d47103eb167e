package com.tachyonfuture.mailtrack.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a JSON object, of which some fields count: texts, and lists of texts.
public final class JsonTexts {

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
        JsonObjects.read(body, read::field);
        read.check();
        return read;
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

    /// A text; null where it is null or missing.
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /// A list of texts.
    public List<String> list(String name) {
        return textsOfLists.getOrDefault(name, List.of());
    }
}
