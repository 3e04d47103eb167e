package com.tachyonfuture.mailtrack.web.recording;

import java.util.Optional;

/// Reads the target of a request line, whatever a client wrote there.
final class PixelTarget {

    private static final String FOLDER = "/p/";
    private static final String ENDING = ".gif";

    private PixelTarget() {}

    /// What stands in the place of the track's id; empty when the target is no pixel's.
    ///
    /// What is encoded and not ASCII, or encoded wrongly, stays as it is: no id has such characters, so it need not
    /// be understood.
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

    private static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var decoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int ascii = text.charAt(i) == '%' ? ascii(text, i + 1) : -1;
            decoded.append(ascii < 0 ? text.charAt(i) : (char) ascii);
            i += ascii < 0 ? 0 : 2;
        }
        return decoded.toString();
    }

    private static int ascii(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 || high > 7 ? -1 : high << 4 | low;
    }
}
