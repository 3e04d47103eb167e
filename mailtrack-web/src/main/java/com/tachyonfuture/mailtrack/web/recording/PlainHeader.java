package com.tachyonfuture.mailtrack.web.recording;

import org.jspecify.annotations.Nullable;

/// The headers that matter in a [plain request][PlainRequest], or keep it from being one. All others may say what they
/// like.
enum PlainHeader {
    USER_AGENT("user-agent"),
    REFERER("referer"),
    FORWARDED_FOR("x-forwarded-for"),
    FORWARDED_PROTO("x-forwarded-proto"),
    REAL_IP("x-real-ip"),
    CONNECTION("connection"),
    CONTENT_LENGTH("content-length"),
    TRANSFER_ENCODING("transfer-encoding"),
    EXPECT("expect"),
    UPGRADE("upgrade");

    private static final PlainHeader[] ALL = values();

    /// Makes a letter small, and leaves digits and `-` as they are.
    private static final int LOWER_CASE = 0x20;

    private final String text;

    PlainHeader(String text) {
        this.text = text;
    }

    /// Which of them has its name there, be it in small letters or in capitals.
    static @Nullable PlainHeader named(byte[] bytes, int start, int end) {
        for (PlainHeader header : ALL) {
            if (header.text.length() == end - start && header.isAt(bytes, start)) {
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
