package com.tachyonfuture.mailtrack.app.access;

import java.security.SecureRandom;
import java.util.Base64;

/// What nobody can guess.
final class Secrets {

    private static final int RANDOM_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /// 192 random bits, as 32 letters, digits, `-` and `_`.
    static String make() {
        var random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
