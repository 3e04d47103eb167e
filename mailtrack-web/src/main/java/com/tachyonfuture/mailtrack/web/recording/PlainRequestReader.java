package com.tachyonfuture.mailtrack.web.recording;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads plain requests from bytes. For one thread.
///
/// Whatever it is not sure of is no plain request to it, which says nothing: it may be right, or no HTTP at all, and
/// somebody else will tell. So it never understands a request in another way than the server's codec does: a line ends
/// in CR and LF, a header's name has letters, digits and `-`, its value printable ASCII, what says anything of a body
/// or of another protocol is not there, and what is recorded does not come twice.
final class PlainRequestReader {

    private static final int LONGEST = 4 * 1024;

    private static final byte[] BEGINNING = ascii("GET /p/");
    private static final byte[] ENDING = ascii(".gif");
    private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
    private static final byte[] COLON = ascii(":");
    private static final byte[] LINE_END = ascii("\r\n");

    private static final boolean[] IN_ID = new boolean[256];
    private static final boolean[] IN_NAME = new boolean[256];
    private static final boolean[] IN_VALUE = new boolean[256];
    private static final boolean[] SPACE = new boolean[256];

    static {
        for (int c = ' '; c <= '~'; c++) {
            boolean alphanumeric = Character.isLetterOrDigit(c);
            IN_ID[c] = alphanumeric || "-._~".indexOf(c) >= 0;
            IN_NAME[c] = alphanumeric || c == '-';
            IN_VALUE[c] = true;
            SPACE[c] = c == ' ';
        }
    }

    private final byte[] head = new byte[LONGEST];
    private final Map<PlainHeader, String> values = new EnumMap<>(PlainHeader.class);
    private boolean declaredPrefetch;
    private boolean knowsAccept;
    private boolean wantsImage;
    private int length;
    private int at;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// The request that some bytes begin with, which are then read up to its end. If there is none, nothing is read.
    Optional<PlainRequest> read(ByteBuf bytes) {
        length = Math.min(bytes.readableBytes(), LONGEST);
        bytes.getBytes(bytes.readerIndex(), head, 0, length);
        at = 0;
        Optional<PlainRequest> request = read();
        if (request.isPresent()) {
            bytes.skipBytes(at);
        }
        return request;
    }

    private Optional<PlainRequest> read() {
        if (!skip(BEGINNING)) {
            return Optional.empty();
        }
        int start = at;
        skipAll(IN_ID);
        int end = at;
        return skip(VERSION) && readHeaders() ? Optional.of(request(id(start, end))) : Optional.empty();
    }

    private String id(int start, int end) {
        int stem = end - ENDING.length;
        boolean whole = stem >= start && Arrays.equals(head, stem, end, ENDING, 0, ENDING.length);
        return text(start, whole ? stem : end);
    }

    private PlainRequest request(String id) {
        return new PlainRequest(
                id,
                values.get(PlainHeader.USER_AGENT),
                values.get(PlainHeader.REFERER),
                values.get(PlainHeader.FORWARDED_FOR),
                values.get(PlainHeader.FORWARDED_PROTO),
                values.get(PlainHeader.REAL_IP),
                declaredPrefetch,
                wantsImage,
                values.get(PlainHeader.COOKIE));
    }

    private boolean readHeaders() {
        values.clear();
        declaredPrefetch = false;
        knowsAccept = false;
        wantsImage = false;
        while (!skip(LINE_END)) {
            if (!readHeader()) {
                return false;
            }
        }
        return true;
    }

    private boolean readHeader() {
        int name = at;
        skipAll(IN_NAME);
        int nameEnd = at;
        if (name == nameEnd || !skip(COLON)) {
            return false;
        }
        skipAll(SPACE);
        int value = at;
        skipAll(IN_VALUE);
        int valueEnd = at;
        return skip(LINE_END) && accept(PlainHeader.named(head, name, nameEnd), value, valueEnd);
    }

    private boolean accept(@Nullable PlainHeader header, int value, int valueEnd) {
        return switch (header) {
            case null -> true;
            case USER_AGENT, REFERER, FORWARDED_FOR, FORWARDED_PROTO, REAL_IP -> note(header, value, valueEnd);
            case ACCEPT -> noteAccept(value, valueEnd);
            case SEC_PURPOSE, PURPOSE, X_PURPOSE, X_MOZ -> notePurpose(value, valueEnd);
            case COOKIE -> !DeclaredSigns.mayMark(head, value, valueEnd) || note(header, value, valueEnd);
            case CONNECTION -> text(value, valueEnd).strip().equalsIgnoreCase("keep-alive");
            case CONTENT_LENGTH, TRANSFER_ENCODING, EXPECT, UPGRADE -> false;
        };
    }

    private boolean note(PlainHeader header, int value, int valueEnd) {
        int end = valueEnd;
        while (end > value && SPACE[head[end - 1]]) {
            end--;
        }
        return values.put(header, text(value, end)) == null;
    }

    /// What comes first counts, so there must be no question which does.
    private boolean noteAccept(int value, int valueEnd) {
        boolean first = !knowsAccept;
        knowsAccept = true;
        wantsImage = DeclaredSigns.wantImage(head, value, valueEnd);
        return first;
    }

    private boolean notePurpose(int value, int valueEnd) {
        declaredPrefetch |= DeclaredSigns.declarePrefetch(head, value, valueEnd);
        return true;
    }

    private boolean skip(byte[] expected) {
        int end = at + expected.length;
        boolean there = end <= length && Arrays.equals(head, at, end, expected, 0, expected.length);
        at = there ? end : at;
        return there;
    }

    private void skipAll(boolean[] set) {
        while (at < length && set[head[at] & 0xff]) {
            at++;
        }
    }

    private String text(int start, int end) {
        return new String(head, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
