package com.tachyonfuture.mailtrack.app.settings;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Several values in one setting: separated by commas or spaces, or a JSON list of strings as the Python service's
/// settings library wants it.
final class Lists {

    static final String SEPARATORS = "separated by commas or spaces, or as a JSON list";

    private static final Pattern COMMAS_AND_SPACES = Pattern.compile("[,\\s]+");

    private Lists() {}

    static List<String> of(String text, UnaryOperator<String> element) {
        Stream<String> elements = text.startsWith("[") && !text.startsWith("[:") ? json(text) : plain(text);
        return elements.map(element).distinct().toList();
    }

    private static Stream<String> plain(String text) {
        return COMMAS_AND_SPACES.splitAsStream(text).filter(part -> !part.isEmpty());
    }

    private static Stream<String> json(String text) {
        if (!text.endsWith("]")) {
            throw new BadValue("it begins like a JSON list and does not end with ]");
        }
        String inner = text.substring(1, text.length() - 1).strip();
        return inner.isEmpty()
                ? Stream.empty()
                : Pattern.compile(",").splitAsStream(inner).map(Lists::jsonString);
    }

    /// No element of our lists needs an escape or a comma inside.
    private static String jsonString(String raw) {
        String quoted = raw.strip();
        if (quoted.length() < 3 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw new BadValue("it begins like a JSON list, but not everything in it is in double quotes");
        }
        return quoted.substring(1, quoted.length() - 1).strip();
    }
}
