package com.tachyonfuture.mailtrack.outbound.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// How the characters of a file are written: in UTF-8, or as the byte order mark at its beginning says. Anything that
/// isn't right is an error, never a question mark: what was wrong in one file would be wrong for good.
final class Encoding {

    private Encoding() {}

    /// The characters of a file, without the mark.
    ///
    /// @throws java.nio.charset.CharacterCodingException while reading, where there are none
    static Reader reader(InputStream file) throws IOException {
        var bytes = new PushbackInputStream(file, 3);
        byte[] start = bytes.readNBytes(3);
        if (starts(start, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, StandardCharsets.UTF_8);
        }
        if (starts(start, 0xFF, 0xFE) || starts(start, 0xFE, 0xFF)) {
            bytes.unread(start, 2, start.length - 2);
            return strict(bytes, start[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
        }
        bytes.unread(start);
        return strict(bytes, StandardCharsets.UTF_8);
    }

    private static boolean starts(byte[] start, int... mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Reader strict(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
