package com.tachyonfuture.mailtrack.outbound.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.application.access.port.PasswordHashes;
import com.tachyonfuture.mailtrack.application.contract.PasswordHashesContract;
import com.tachyonfuture.mailtrack.domain.access.PasswordHash;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordHashesTest implements PasswordHashesContract {

    private static final String SALT = "c29tZXNhbHQ";
    private static final String HASH = "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private final Semaphore turns = new Semaphore(1);
    private final Argon2PasswordHashes hashes = new Argon2PasswordHashes(turns);

    @Override
    public PasswordHashes hashes() {
        return hashes;
    }

    @Test
    void aHashSaysHowItWasMade() {
        assertThat(new Argon2PasswordHashes().hash("correct horse").encoded())
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    /// From the tests of the reference implementation, github.com/P-H-C/phc-winner-argon2, src/test.c, Argon2id 1.3.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password|$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password|$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password|$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "password|$argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg",
                "password|$argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ$vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw",
            })
    void knownAnswersComeOut(String password, String encoded) {
        assertThat(hashes.matches(password, new PasswordHash(encoded))).isTrue();
        assertThat(hashes.matches(password + "x", new PasswordHash(encoded))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=65537,t=2,p=1",
                "m=999999,t=2,p=1",
                "m=4194304,t=2,p=1",
                "m=99999999999,t=2,p=1",
                "m=256,t=11,p=1",
                "m=256,t=999,p=1",
                "m=256,t=4294967295,p=1",
                "m=256,t=0,p=1",
                "m=7,t=2,p=1",
                "m=0,t=2,p=0",
                "m=256,t=2,p=5",
                "m=-256,t=2,p=1",
                "m=256,t=2",
                "t=2,m=256,p=1",
            })
    void absurdCostsAreRefusedBeforeAnyWork(String cost) {
        turns.drainPermits();
        var hash = new PasswordHash("$argon2id$v=19$" + cost + "$" + SALT + "$" + HASH);

        assertThat(hashes.matches("password", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2i$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH,
                "$argon2id$v=16$m=256,t=2,p=1$" + SALT + "$" + HASH,
                "$argon2id$m=256,t=2,p=1$" + SALT + "$" + HASH,
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH + "\n",
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH + "=",
                "$argon2id$v=19$m=256,t=2,p=1$c29t$" + HASH,
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$nf65",
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "aa$" + HASH,
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH + "/u/u/u/u/u/u/u/u/u/u/u/u/u/u/u/u/u/u/u/u/u/u/u",
                "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
            })
    void whatIsNoArgon2idHashIsRefusedBeforeAnyWork(String text) {
        turns.drainPermits();

        assertThat(hashes.matches("password", new PasswordHash(text))).isFalse();
    }

    @Test
    void whoeverComesWhileTooManyAreAtItWaits() throws Exception {
        turns.drainPermits();
        var hashed = CompletableFuture.supplyAsync(() -> hashes.hash("correct horse"), Thread::startVirtualThread);
        var checked =
                CompletableFuture.supplyAsync(() -> hashes.matches("password", known()), Thread::startVirtualThread);
        await().until(() -> turns.getQueueLength() == 2);

        assertThat(hashed).isNotDone();
        assertThat(checked).isNotDone();
        turns.release();

        assertThat(hashed.get(1, TimeUnit.MINUTES).encoded()).startsWith("$argon2id$");
        assertThat(checked.get(1, TimeUnit.MINUTES)).isTrue();
        await().until(() -> turns.availablePermits() == 1);
    }

    private static PasswordHash known() {
        return new PasswordHash("$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH);
    }
}
