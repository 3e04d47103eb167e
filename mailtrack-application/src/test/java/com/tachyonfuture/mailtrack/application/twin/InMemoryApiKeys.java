package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorage.StoredKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link ApiKeys} in memory. */
public final class InMemoryApiKeys implements ApiKeys {

    private static final Comparator<ApiKey> NEWEST_FIRST = Comparator.comparing(ApiKey::createdAt)
            .reversed()
            .thenComparing(key -> key.id().value());

    private final InMemoryStorage storage;

    public InMemoryApiKeys(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<ApiKey> all() {
        synchronized (storage) {
            storage.check();
            return storage.apiKeys.values().stream()
                    .map(StoredKey::key)
                    .map(key -> new ApiKey(
                            key.id(), key.label(), key.beginning(), key.createdAt(), storage.apiKeyUses.get(key.id())))
                    .sorted(NEWEST_FIRST)
                    .toList();
        }
    }

    @Override
    public boolean add(ApiKey key, SecretHash hash, int most) {
        synchronized (storage) {
            storage.check();
            if (storage.apiKeys.size() >= most) {
                return false;
            }
            storage.apiKeys.put(key.id(), new StoredKey(key, hash));
            return true;
        }
    }

    @Override
    public boolean remove(ApiKeyId id) {
        synchronized (storage) {
            storage.check();
            boolean removed = storage.apiKeys.remove(id) != null;
            if (removed) {
                storage.apiKeyUses.remove(id);
            }
            return removed;
        }
    }

    @Override
    public List<Known> beginningWith(String beginning) {
        synchronized (storage) {
            storage.check();
            return storage.apiKeys.values().stream()
                    .filter(stored -> stored.key().beginning().equals(beginning))
                    .map(stored -> new Known(stored.key().id(), stored.hash()))
                    .toList();
        }
    }

    @Override
    public void used(ApiKeyId id, Instant at) {
        synchronized (storage) {
            storage.check();
            if (id.equals(ApiKeyId.OF_SETTINGS) || storage.apiKeys.containsKey(id)) {
                storage.apiKeyUses.merge(id, at, (one, other) -> one.isBefore(other) ? other : one);
            }
        }
    }

    @Override
    public Optional<Instant> lastUseOf(ApiKeyId id) {
        synchronized (storage) {
            storage.check();
            return Optional.ofNullable(storage.apiKeyUses.get(id));
        }
    }
}
