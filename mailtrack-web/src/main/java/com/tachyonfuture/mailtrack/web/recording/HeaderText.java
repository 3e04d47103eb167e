package com.tachyonfuture.mailtrack.web.recording;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The text of a header. Nobody says how the bytes beyond ASCII are meant: those that are valid UTF-8 surely are.
final class HeaderText {

    private HeaderText() {}

    /// @param latin1 one character for each byte, as the parser hands it over
    static @Nullable String of(@Nullable String latin1) {
        if (latin1 == null || isAscii(latin1)) {
            return latin1;
        }
        try {
            byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException isLatin1) {
            return latin1;
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
