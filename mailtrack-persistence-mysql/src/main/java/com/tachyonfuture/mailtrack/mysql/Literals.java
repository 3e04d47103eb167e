package com.tachyonfuture.mailtrack.mysql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Values that are written out within a statement.
///
/// ## Why strangers can't break out of it
/// A text stands between quotes only if all of it is printable ASCII without quote and backslash: such a text
/// means itself in every mode and character set of the server. Any other stands there as the hexadecimal digits
/// of its UTF-8. So what is sent is ASCII, as many bytes as characters.
public final class Literals {

    private Literals() {}

    public static void append(StringBuilder sql, @Nullable String text) {
        if (text == null) {
            sql.append("NULL");
        } else if (isPlain(text)) {
            sql.append('\'').append(text).append('\'');
        } else {
            sql.append("_utf8mb4 x'");
            HexFormat.of().formatHex(sql, text.getBytes(StandardCharsets.UTF_8));
            sql.append('\'');
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '\'' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
