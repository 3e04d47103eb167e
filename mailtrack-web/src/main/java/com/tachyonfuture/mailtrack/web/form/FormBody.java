package com.tachyonfuture.mailtrack.web.form;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.ChosenTracks;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Reads `application/x-www-form-urlencoded`, and nothing that only looks like it: lenient readers make something else
/// of what was typed.
final class FormBody {

    /// As many as tracks may be chosen at a time, and some more, so that whoever chose too many is told that.
    private static final int MOST_FIELDS = ChosenTracks.MOST + 100;

    private FormBody() {}

    /// The fields by their names; of one that is repeated, the first.
    ///
    /// @throws RefusedRequest when it can't be read
    static Map<String, String> parse(String body) {
        String[] pairs = body.split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw unreadable("has more than " + MOST_FIELDS + " fields");
        }
        var fields = new HashMap<String, String>();
        for (String pair : pairs) {
            int end = pair.indexOf('=');
            String name = decode(end < 0 ? pair : pair.substring(0, end));
            String value = end < 0 ? "" : decode(pair.substring(end + 1));
            fields.putIfAbsent(name, value);
        }
        return fields;
    }

    private static String decode(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            switch (encoded[i]) {
                case '+' -> decoded.write(' ');
                case '%' -> {
                    decoded.write(16 * digit(encoded, i + 1) + digit(encoded, i + 2));
                    i += 2;
                }
                default -> decoded.write(encoded[i]);
            }
        }
        return utf8(decoded.toByteArray());
    }

    private static int digit(byte[] encoded, int at) {
        int digit = at < encoded.length ? Character.digit(encoded[at], 16) : -1;
        if (digit < 0) {
            throw unreadable("has a % that two hexadecimal digits do not follow");
        }
        return digit;
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw unreadable("is not written in UTF-8");
        }
    }

    private static RefusedRequest unreadable(String why) {
        return new RefusedRequest(Refusal.invalid("form", why));
    }
}
