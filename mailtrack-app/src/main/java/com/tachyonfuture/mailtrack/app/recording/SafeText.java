package com.tachyonfuture.mailtrack.app.recording;

import java.util.Locale;
import java.util.stream.Collectors;

/// What strangers sent, in a form that a terminal shows and never obeys: it must not move the cursor, change
/// colors or the direction of writing, or end the line.
final class SafeText {

    private SafeText() {}

    /// The beginning of a text, with a question mark for each character that shows nothing or does something.
    static String beginning(String text, int longest) {
        var shown = new StringBuilder();
        text.codePoints().limit(longest).map(c -> isHarmless(c) ? c : '?').forEach(shown::appendCodePoint);
        boolean cut = text.codePointCount(0, text.length()) > longest;
        return cut ? shown + "..." : shown.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /// A whole text as a JSON string of ASCII characters.
    static String json(String text) {
        return text.chars().mapToObj(SafeText::inJson).collect(Collectors.joining("", "\"", "\""));
    }

    private static String inJson(int c) {
        boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
        return plain ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c);
    }
}
