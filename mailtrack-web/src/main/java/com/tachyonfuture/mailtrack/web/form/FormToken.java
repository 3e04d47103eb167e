package com.tachyonfuture.mailtrack.web.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// The proof that a form comes from a page that was shown to the same browser: only that browser has the secret.
///
/// Pages are compressed, and whoever can add to a page and measure its length finds out, letter by letter, what else
/// stands there (BREACH). So the proof never looks the same twice: it is a random mask, and what results from the
/// secret under that mask.
final class FormToken {

    /// Bytes.
    static final int LENGTH_OF_MASK = 32;

    private FormToken() {}

    /// @param mask so many random bytes
    static String of(String secret, byte[] mask) {
        byte[] token = Arrays.copyOf(mask, 2 * LENGTH_OF_MASK);
        byte[] proof = apply(mask, proof(secret));
        System.arraycopy(proof, 0, token, LENGTH_OF_MASK, LENGTH_OF_MASK);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// Takes the same time however much of a token is right.
    static boolean matches(String token, String secret) {
        byte[] bytes = decode(token);
        if (bytes.length != 2 * LENGTH_OF_MASK) {
            return false;
        }
        byte[] shown =
                apply(Arrays.copyOf(bytes, LENGTH_OF_MASK), Arrays.copyOfRange(bytes, LENGTH_OF_MASK, bytes.length));
        return MessageDigest.isEqual(shown, proof(secret));
    }

    private static byte[] decode(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    private static byte[] apply(byte[] mask, byte[] bytes) {
        var masked = new byte[LENGTH_OF_MASK];
        for (int i = 0; i < LENGTH_OF_MASK; i++) {
            masked[i] = (byte) (mask[i] ^ bytes[i]);
        }
        return masked;
    }

    private static byte[] proof(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("form " + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
