package com.tachyonfuture.mailtrack.web.recording;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads the target of a request line, whatever a client wrote there.
final class PixelTarget {

    private static final String FOLDER = "/p/";
    private static final String ENDING = ".gif";

    private PixelTarget() {}

    /// What stands in the place of the track's id; empty when the target is no pixel's.
    ///
    /// Bytes are UTF-8, encoded or not. What is encoded wrongly stays as it is, and what is no UTF-8 becomes
    /// something that no track has.
    static Optional<String> idIn(String target) {
        int path = startOfPath(target);
        if (path < 0 || !target.startsWith(FOLDER, path)) {
            return Optional.empty();
        }
        String id = decode(target.substring(path + FOLDER.length(), endOfPath(target, path)));
        return Optional.of(id.endsWith(ENDING) ? id.substring(0, id.length() - ENDING.length()) : id);
    }

    /// The target may be absolute, as proxies are asked.
    private static int startOfPath(String target) {
        if (target.startsWith("/")) {
            return 0;
        }
        boolean absolute =
                target.regionMatches(true, 0, "http://", 0, 7) || target.regionMatches(true, 0, "https://", 0, 8);
        return absolute ? target.indexOf('/', target.indexOf("://") + 3) : -1;
    }

    private static int endOfPath(String target, int path) {
        for (int i = path; i < target.length(); i++) {
            if (target.charAt(i) == '?' || target.charAt(i) == '#') {
                return i;
            }
        }
        return target.length();
    }

    private static String decode(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            int encoded = bytes[i] == '%' ? hex(bytes, i + 1) : -1;
            bytes[length++] = encoded < 0 ? bytes[i] : (byte) encoded;
            i += encoded < 0 ? 0 : 2;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static int hex(byte[] bytes, int at) {
        if (at + 2 > bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
