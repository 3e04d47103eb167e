package com.tachyonfuture.mailtrack.application.access;

import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes, lists and revokes keys to the API. */
public final class KeepApiKeys {

    /** More than anybody can tell apart. */
    public static final int MOST = 100;

    private static final String PREFIX = "mt_";

    /** What came of making a key. */
    public sealed interface Outcome permits Created, Refused {}

    /**
     * The key exists.
     *
     * @param secret the key itself, which can't be seen again
     */
    public record Created(ApiKey key, String secret) implements Outcome {

        @Override
        public String toString() {
            return "Created[key=" + key + ", secret=***]";
        }
    }

    /** Nothing was made. */
    public record Refused(List<Violation> violations) implements Outcome {

        public Refused {
            violations = List.copyOf(violations);
        }
    }

    private final ApiKeys keys;
    private final Supplier<ApiKeyId> newIds;
    private final Supplier<String> newSecrets;
    private final InstantSource clock;

    /**
     * For one installation.
     *
     * @param newSecrets each a text that nobody can guess, of visible ASCII characters
     */
    public KeepApiKeys(ApiKeys keys, Supplier<ApiKeyId> newIds, Supplier<String> newSecrets, InstantSource clock) {
        this.keys = keys;
        this.newIds = newIds;
        this.newSecrets = newSecrets;
        this.clock = clock;
    }

    /** Makes a key for a purpose. */
    public Outcome create(String label) {
        String purpose = label.strip();
        List<Violation> violations = ApiKey.violationsOf(purpose);
        if (!violations.isEmpty()) {
            return new Refused(violations);
        }
        String secret = PREFIX + newSecrets.get();
        var key = new ApiKey(
                newIds.get(),
                purpose,
                secret.substring(0, ApiKey.LENGTH_OF_BEGINNING),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        return keys.add(key, SecretHash.of(secret), MOST)
                ? new Created(key, secret)
                : new Refused(List.of(new Violation("label", "can't be given: there are " + MOST + " keys already")));
    }

    /** All keys but that of the settings, the newest first. */
    public List<ApiKey> all() {
        return keys.all();
    }

    /** When the key of the settings was used last; empty when it never was. */
    public Optional<Instant> lastUseOfSettingsKey() {
        return keys.lastUseOf(ApiKeyId.OF_SETTINGS);
    }

    /** Makes a key worthless; false when there is none. */
    public boolean revoke(ApiKeyId id) {
        return keys.remove(id);
    }
}
