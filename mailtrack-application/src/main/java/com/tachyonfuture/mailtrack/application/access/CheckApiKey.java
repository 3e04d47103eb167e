package com.tachyonfuture.mailtrack.application.access;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows the keys to the API.
 *
 * <p>A key is found by its beginning, which is no secret, and then compared whole, in a time that does not depend on
 * how much of it is right.
 */
public final class CheckApiKey {

    /** In UTF-16 units. */
    private static final int LONGEST = 256;

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SecretHash keyOfSettings;
    private final ApiKeys keys;
    private final InstantSource clock;
    private final Map<ApiKeyId, Instant> noted = new ConcurrentHashMap<>();
    private final Map<SecretHash, ApiKeyId> lastKnown = new ConcurrentHashMap<>();

    /**
     * For one installation.
     *
     * @param keyOfSettings the key that is valid without being stored
     */
    public CheckApiKey(SecretHash keyOfSettings, ApiKeys keys, InstantSource clock) {
        this.keyOfSettings = keyOfSettings;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Which key this is; empty when it is none.
     *
     * @throws StorageUnavailable when only the storage knows, and can't be reached
     */
    public Optional<ApiKeyId> by(String key) {
        Optional<ApiKeyId> found = find(key);
        found.ifPresent(this::note);
        return found;
    }

    /**
     * As {@link #by}, but while the storage can't be reached, a key is good that was good when it was last asked
     * for in this way: for what is needed just then, and is no great secret.
     *
     * @throws StorageUnavailable when nothing is known of the key
     */
    public Optional<ApiKeyId> byLastKnown(String key) {
        SecretHash hash = SecretHash.of(key);
        try {
            Optional<ApiKeyId> found = by(key);
            found.ifPresentOrElse(id -> lastKnown.put(hash, id), () -> lastKnown.remove(hash));
            return found;
        } catch (StorageUnavailable unavailable) {
            return Optional.of(Optional.ofNullable(lastKnown.get(hash)).orElseThrow(() -> unavailable));
        }
    }

    private Optional<ApiKeyId> find(String key) {
        if (keyOfSettings.matches(key)) {
            return Optional.of(ApiKeyId.OF_SETTINGS);
        }
        if (key.length() <= ApiKey.LENGTH_OF_BEGINNING || key.length() > LONGEST) {
            return Optional.empty();
        }
        return keys.beginningWith(key.substring(0, ApiKey.LENGTH_OF_BEGINNING)).stream()
                .filter(known -> known.hash().matches(key))
                .map(ApiKeys.Known::id)
                .findFirst();
    }

    /**
     * Not each use is worth a write. A key is good even when its use can't be noted; and while the storage is down, not
     * each request shall wait for it.
     */
    private void note(ApiKeyId id) {
        Instant now = clock.instant();
        Instant before = noted.get(id);
        if (before != null && now.isBefore(before.plus(NOTED_EVERY))) {
            return;
        }
        noted.put(id, now);
        try {
            keys.used(id, now);
        } catch (StorageUnavailable later) {
            // The next use in a minute is noted.
        }
    }
}
