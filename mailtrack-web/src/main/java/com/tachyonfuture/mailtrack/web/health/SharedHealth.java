package com.tachyonfuture.mailtrack.web.health;

import com.tachyonfuture.mailtrack.application.health.CheckHealth;
import com.tachyonfuture.mailtrack.application.health.CheckHealth.Health;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Checks the health once for all who ask within a second. Anybody may ask, and a check holds a connection to the
/// database for as long as it takes, so there is never more than one at a time.
@Singleton
final class SharedHealth {

    private static final long KEPT_FOR = Duration.ofSeconds(1).toNanos();

    /// @param foundAt by the clock
    private record Answer(Health health, long foundAt) {}

    private final CheckHealth checkHealth;
    private final LongSupplier nanoClock;
    private final ReentrantLock checking = new ReentrantLock();
    private @Nullable Answer latest;

    @Inject
    SharedHealth(CheckHealth checkHealth) {
        this(checkHealth, System::nanoTime);
    }

    SharedHealth(CheckHealth checkHealth, LongSupplier nanoClock) {
        this.checkHealth = checkHealth;
        this.nanoClock = nanoClock;
    }

    /// How the service is, or was less than a second ago. Waits for a check that is going on.
    Health now() {
        checking.lock();
        try {
            Answer known = latest;
            if (known != null && nanoClock.getAsLong() - known.foundAt() < KEPT_FOR) {
                return known.health();
            }
            Health health = checkHealth.now();
            latest = new Answer(health, nanoClock.getAsLong());
            return health;
        } finally {
            checking.unlock();
        }
    }
}
