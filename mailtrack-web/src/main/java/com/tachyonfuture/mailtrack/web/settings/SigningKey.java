package com.tachyonfuture.mailtrack.web.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What this installation signs with, so that it knows again what it gave away. All instances have the same.
public final class SigningKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private SigningKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /// The key that a secret of any length makes.
    public static SigningKey of(String secret) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the secret to sign with is empty");
        }
        return new SigningKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /// The signature of a text.
    public byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
