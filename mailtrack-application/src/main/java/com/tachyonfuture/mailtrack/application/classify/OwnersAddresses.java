package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.util.function.Predicate;

/**
 * Whether the owner said that an address is their own. Safe for many threads. Tells it from memory, where it was read
 * before.
 */
@FunctionalInterface
public interface OwnersAddresses extends Predicate<IpAddress> {

    /**
     * Reads what the owner said until now, be it to another instance. May block, and throws {@code StorageUnavailable};
     * then all stays as it is.
     */
    default void readAgain() {}
}
