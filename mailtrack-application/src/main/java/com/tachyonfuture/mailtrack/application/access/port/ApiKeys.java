package com.tachyonfuture.mailtrack.application.access.port;

import com.tachyonfuture.mailtrack.domain.access.ApiKey;
import com.tachyonfuture.mailtrack.domain.access.ApiKeyId;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The API keys that the owner made. Every method may block, and throws {@code StorageUnavailable} when the storage
 * can't be reached.
 */
public interface ApiKeys {

    /** What is known of a key when one comes. */
    record Known(ApiKeyId id, SecretHash hash) {}

    /** All keys, the newest first, each with its last use. */
    List<ApiKey> all();

    /**
     * Stores a key; false when there are as many as there may be, however many are stored at the same moment.
     *
     * @param key times to the microsecond; its last use is not looked at
     */
    boolean add(ApiKey key, SecretHash hash, int most);

    /** Removes a key, and when it was used; false when there is none. */
    boolean remove(ApiKeyId id);

    /** The keys whose {@link ApiKey#beginning} is this, to the letter; in no order. */
    List<Known> beginningWith(String beginning);

    /**
     * Notes the use of a key that was made, or of {@link ApiKeyId#OF_SETTINGS}; does nothing when the key is gone, or
     * was used later already.
     */
    void used(ApiKeyId id, Instant at);

    /** When a key was used last; empty when it never was. */
    Optional<Instant> lastUseOf(ApiKeyId id);
}
