package com.tachyonfuture.mailtrack.web.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of the API key: enough to know the key when it comes, useless to whoever reads it in a memory dump.
public final class ApiKeyHash {

    private static final int LENGTH = 32;

    private final byte[] hash;

    private ApiKeyHash(byte[] hash) {
        this.hash = hash;
    }

    /// The hash of this key.
    public static ApiKeyHash of(String key) {
        return new ApiKeyHash(sha256(key));
    }

    /// The hash that [#hexadecimal] has written.
    ///
    /// @throws IllegalArgumentException when the text is none
    public static ApiKeyHash ofHexadecimal(String text) {
        byte[] hash = HexFormat.of().parseHex(text);
        if (hash.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + 2 * LENGTH + " hexadecimal digits");
        }
        return new ApiKeyHash(hash);
    }

    /// The hash as text, to be kept.
    public String hexadecimal() {
        return HexFormat.of().formatHex(hash);
    }

    /// Whether this is the key; takes the same time however much of it is right.
    public boolean matches(String key) {
        return MessageDigest.isEqual(hash, sha256(key));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
