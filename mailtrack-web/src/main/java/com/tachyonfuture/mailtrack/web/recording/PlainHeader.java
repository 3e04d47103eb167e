package com.tachyonfuture.mailtrack.web.recording;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The headers that matter in a [plain request][PlainRequest], or keep it from being one. All others may say what they
/// like.
///
/// Few names have the same length, so a header is compared with three of them at most, and most with none.
enum PlainHeader {
    USER_AGENT("user-agent"),
    REFERER("referer"),
    FORWARDED_FOR("x-forwarded-for"),
    FORWARDED_PROTO("x-forwarded-proto"),
    REAL_IP("x-real-ip"),
    ACCEPT("accept"),
    COOKIE("cookie"),
    SEC_PURPOSE("sec-purpose"),
    PURPOSE("purpose"),
    X_PURPOSE("x-purpose"),
    X_MOZ("x-moz"),
    CONNECTION("connection"),
    CONTENT_LENGTH("content-length"),
    TRANSFER_ENCODING("transfer-encoding"),
    EXPECT("expect"),
    UPGRADE("upgrade");

    /// Those whose names have a length, in its place.
    private static final PlainHeader[][] BY_LENGTH = byLength();

    /// Makes a letter small, and leaves digits and `-` as they are.
    private static final int LOWER_CASE = 0x20;

    private final String text;

    PlainHeader(String text) {
        this.text = text;
    }

    private static PlainHeader[][] byLength() {
        int longest = Arrays.stream(values())
                .mapToInt(header -> header.text.length())
                .max()
                .orElseThrow();
        return IntStream.rangeClosed(0, longest)
                .mapToObj(length -> Arrays.stream(values())
                        .filter(header -> header.text.length() == length)
                        .toArray(PlainHeader[]::new))
                .toArray(PlainHeader[][]::new);
    }

    /// Which of them has its name there, be it in small letters or in capitals.
    static @Nullable PlainHeader named(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length >= BY_LENGTH.length) {
            return null;
        }
        for (PlainHeader header : BY_LENGTH[length]) {
            if (header.isAt(bytes, start)) {
                return header;
            }
        }
        return null;
    }

    private boolean isAt(byte[] bytes, int start) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != (bytes[start + i] | LOWER_CASE)) {
                return false;
            }
        }
        return true;
    }
}
