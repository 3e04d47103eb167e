package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.self.OwnAddress;
import com.tachyonfuture.mailtrack.application.self.port.OwnAddresses;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import java.util.Comparator;
import java.util.List;

/** {@link OwnAddresses} in memory. */
public final class InMemoryOwnAddresses implements OwnAddresses {

    private static final Comparator<OwnAddress> LATEST_FIRST = Comparator.comparing(OwnAddress::learnedAt)
            .reversed()
            .thenComparing(address -> address.network().toString());

    private final InMemoryStorage storage;

    public InMemoryOwnAddresses(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public List<OwnAddress> all() {
        synchronized (storage) {
            storage.check();
            return storage.ownAddresses.values().stream().sorted(LATEST_FIRST).toList();
        }
    }

    @Override
    public boolean add(OwnAddress address, int most) {
        synchronized (storage) {
            storage.check();
            if (storage.ownAddresses.size() < most) {
                storage.ownAddresses.putIfAbsent(address.network(), address);
            }
            return storage.ownAddresses.containsKey(address.network());
        }
    }

    @Override
    public boolean remove(Cidr network) {
        synchronized (storage) {
            storage.check();
            return storage.ownAddresses.remove(network) != null;
        }
    }
}
