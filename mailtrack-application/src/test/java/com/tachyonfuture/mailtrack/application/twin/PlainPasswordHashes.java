package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import java.text.Normalizer;

/** {@link PasswordHashes} that hide nothing, and take no time; counts how often it was asked. */
public final class PlainPasswordHashes implements PasswordHashes {

    private static final String PREFIX = "plain:";

    private int salt;
    private int checks;

    @Override
    public synchronized PasswordHash hash(String password) {
        salt++;
        return new PasswordHash(PREFIX + salt + ":" + normal(password));
    }

    @Override
    public synchronized boolean matches(String password, PasswordHash hash) {
        checks++;
        String encoded = hash.encoded();
        return encoded.matches("(?s)" + PREFIX + "\\d+:.*")
                && encoded.substring(encoded.indexOf(':', PREFIX.length()) + 1).equals(normal(password));
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** How many passwords were checked so far. */
    public synchronized int checks() {
        return checks;
    }
}
