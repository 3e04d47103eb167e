package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page that a fetch came from, as the other side names it. */
final class Referers {

    private static final int LONGEST_HOST = 253;

    private Referers() {}

    /** The host of an address such as {@code https://mail.example.org/inbox}, in lower case; empty for others. */
    static String host(@Nullable String referer) {
        if (referer == null) {
            return "";
        }
        int start = startOfHost(referer);
        if (start < 0) {
            return "";
        }
        int end = start;
        while (end < referer.length() && end - start <= LONGEST_HOST && isOfHost(referer.charAt(end))) {
            end++;
        }
        boolean whole = end == referer.length() || "/?#:".indexOf(referer.charAt(end)) >= 0;
        return whole ? lower(referer, start, end) : "";
    }

    private static int startOfHost(String referer) {
        if (referer.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return referer.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
    }

    private static boolean isOfHost(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    private static String lower(String text, int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
