package com.tachyonfuture.mailtrack.app.process;

import java.util.Optional;
import java.util.Random;

/// Random numbers of a test. The seed is printed; `MAILTRACK_TEST_SEED` in the environment sets it.
final class Chance {

    private Chance() {}

    static Random of(Class<?> test) {
        long seed = Optional.ofNullable(System.getenv("MAILTRACK_TEST_SEED"))
                .map(Long::valueOf)
                .orElseGet(() -> new Random().nextLong());
        System.out.println("*** " + test.getSimpleName() + ": MAILTRACK_TEST_SEED=" + seed);
        return new Random(seed);
    }
}
