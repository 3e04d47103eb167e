package com.tachyonfuture.mailtrack.app.architecture;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Year;
import java.util.Date;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What no class of the core may do, each in a method of its own. Nobody calls them.
@SuppressWarnings({"JavaUtilDate", "TimeZoneUsage", "JavaTimeDefaultTimeZone", "ThreadSleep", "unused"})
final class ClockChanceAndEnvironment {

    private ClockChanceAndEnvironment() {}

    static Instant now() {
        return Instant.now();
    }

    static Supplier<Instant> nowByReference() {
        return Instant::now;
    }

    static Year thisYear() {
        return Year.now();
    }

    static InstantSource clock() {
        return InstantSource.system();
    }

    static Date oldDate() {
        return new Date();
    }

    static int chanceOfTheThread() {
        return ThreadLocalRandom.current().nextInt();
    }

    static Object secureChance() {
        return new SecureRandom();
    }

    static Object splittableChance() {
        return new SplittableRandom();
    }

    static long anyChance() {
        return RandomGenerator.getDefault().nextLong();
    }

    static UUID chanceAsId() {
        return UUID.randomUUID();
    }

    static void sleepMillis() throws InterruptedException {
        Thread.sleep(1);
    }

    static void sleepDuration() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1));
    }

    static void sleepUnit() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }

    static Map<String, String> environment() {
        return System.getenv();
    }

    static @Nullable String variable() {
        return System.getenv("HOME");
    }

    static @Nullable String property() {
        return System.getProperty("user.home");
    }
}
