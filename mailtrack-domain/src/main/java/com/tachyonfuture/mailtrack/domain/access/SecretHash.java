package com.tachyonfuture.mailtrack.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The SHA-256 of a random secret (an API key, a session's token): enough to know it when it comes, useless to whoever
 * reads it.
 *
 * <p>A fast hash is safe for what is random and long: nobody tries 2^128 values. What people choose themselves needs a
 * {@link PasswordHash}.
 */
public final class SecretHash {

    /** In bytes. */
    public static final int LENGTH = 32;

    private final byte[] hash;

    private SecretHash(byte[] hash) {
        this.hash = hash;
    }

    /** The hash of this secret. */
    public static SecretHash of(String secret) {
        return new SecretHash(sha256(secret));
    }

    /**
     * The hash that {@link #bytes} has given.
     *
     * @throws IllegalArgumentException when these are not {@link #LENGTH} bytes
     */
    public static SecretHash ofBytes(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes");
        }
        return new SecretHash(bytes.clone());
    }

    /**
     * The hash that {@link #hexadecimal} has written.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static SecretHash ofHexadecimal(String text) {
        return ofBytes(HexFormat.of().parseHex(text));
    }

    /** The hash as it is kept in a database. */
    public byte[] bytes() {
        return hash.clone();
    }

    /** The hash as text, to be kept in a file. */
    public String hexadecimal() {
        return HexFormat.of().formatHex(hash);
    }

    /** Whether this is the secret; takes the same time however much of it is right. */
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

    /** Takes the same time however many bytes are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretHash that && MessageDigest.isEqual(hash, that.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "***";
    }
}
