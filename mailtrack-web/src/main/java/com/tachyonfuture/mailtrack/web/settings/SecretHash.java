package com.tachyonfuture.mailtrack.web.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of an API key or a password: enough to know it when it comes, useless to whoever reads it.
///
/// A fast hash is safe for what is kept on disk, since that is random and long: nobody tries 2^128 values. What people
/// chose themselves stays in their settings, and its hash in memory.
public final class SecretHash {

    private static final int LENGTH = 32;

    private final byte[] hash;

    private SecretHash(byte[] hash) {
        this.hash = hash;
    }

    /// The hash of this secret.
    public static SecretHash of(String secret) {
        return new SecretHash(sha256(secret));
    }

    /// The hash that [#hexadecimal] has written.
    ///
    /// @throws IllegalArgumentException when the text is none
    public static SecretHash ofHexadecimal(String text) {
        byte[] hash = HexFormat.of().parseHex(text);
        if (hash.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + 2 * LENGTH + " hexadecimal digits");
        }
        return new SecretHash(hash);
    }

    /// The hash as text, to be kept.
    public String hexadecimal() {
        return HexFormat.of().formatHex(hash);
    }

    /// Whether this is the secret; takes the same time however much of it is right.
    public boolean matches(String secret) {
        return MessageDigest.isEqual(hash, sha256(secret));
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
