package com.tachyonfuture.mailtrack.outbound.access;

import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/// [PasswordHashes] by Argon2id. Each takes some tens of milliseconds and 19 MiB, so only a few run at a time; the
/// others wait, in the order in which they came.
public final class Argon2PasswordHashes implements PasswordHashes {

    static final int AT_A_TIME = 2;

    private static final int SALT_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns;

    public Argon2PasswordHashes() {
        this(new Semaphore(AT_A_TIME, true));
    }

    Argon2PasswordHashes(Semaphore turns) {
        this.turns = turns;
    }

    @Override
    public PasswordHash hash(String password) {
        var salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        byte[] bytes = bytes(password);
        turns.acquireUninterruptibly();
        try {
            return new PasswordHash(Argon2Hash.make(bytes, salt).text());
        } finally {
            turns.release();
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public boolean matches(String password, PasswordHash hash) {
        return Argon2Hash.parse(hash.encoded()).filter(isOf(password)).isPresent();
    }

    private Predicate<Argon2Hash> isOf(String password) {
        return hash -> {
            byte[] bytes = bytes(password);
            turns.acquireUninterruptibly();
            try {
                return hash.isOf(bytes);
            } finally {
                turns.release();
                Arrays.fill(bytes, (byte) 0);
            }
        };
    }

    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
