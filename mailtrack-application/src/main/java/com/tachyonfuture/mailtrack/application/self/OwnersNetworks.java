package com.tachyonfuture.mailtrack.application.self;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.OwnersAddresses;
import com.tachyonfuture.mailtrack.application.self.port.OwnAddresses;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an address is the owner's, as the drain has to for every hit: from memory. What was learned is read
 * once, and then whenever somebody says so; between two readings, and while the storage is away, it is as it was. Safe
 * for many threads.
 */
public final class OwnersNetworks implements OwnersAddresses {

    private final List<Cidr> listed;
    private final OwnAddresses stored;
    private final AddressesOfMany ofMany;
    private volatile @Nullable Set<Cidr> learned;

    /**
     * @param listed by the operator, besides those that were learned
     * @param ofMany what is not taken for the owner's although it was learned, before it was known to be of many
     */
    public OwnersNetworks(List<Cidr> listed, OwnAddresses stored, AddressesOfMany ofMany) {
        this.listed = List.copyOf(listed);
        this.stored = stored;
        this.ofMany = ofMany;
    }

    /** The same list of the operator's, beside what is learned elsewhere. */
    public OwnersNetworks readFrom(OwnAddresses elsewhere) {
        return new OwnersNetworks(listed, elsewhere, ofMany);
    }

    /**
     * Whether an address is the owner's.
     *
     * @throws StorageUnavailable when it was never read what was learned, and can't be now
     */
    @Override
    public boolean test(IpAddress address) {
        return isListed(address) || (isLearned(address) && !ofMany.contain(address));
    }

    /** Whether the operator listed it. */
    public boolean isListed(IpAddress address) {
        return contains(listed, address);
    }

    /**
     * Whether it was learned. Nearly all that is learned is one client's network, which a hash finds.
     *
     * @throws StorageUnavailable as {@link #test}
     */
    public boolean isLearned(IpAddress address) {
        Set<Cidr> networks = learned();
        return networks.contains(Cidr.ofClient(address)) || contains(networks, address);
    }

    private static boolean contains(Iterable<Cidr> networks, IpAddress address) {
        for (Cidr network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** By the operator. */
    public List<Cidr> listed() {
        return listed;
    }

    private Set<Cidr> learned() {
        Set<Cidr> known = learned;
        return known == null ? read() : known;
    }

    /** One at a time, so that what was read earlier never comes after what was read later. */
    private synchronized Set<Cidr> read() {
        Set<Cidr> read = stored.all().stream().map(OwnAddress::network).collect(Collectors.toUnmodifiableSet());
        learned = read;
        return read;
    }

    @Override
    public void readAgain() {
        read();
    }

    /** Reads again what was learned, by other instances too; while the storage is away, all stays as it is. */
    public void refresh() {
        try {
            read();
        } catch (StorageUnavailable later) {
            // The next reading is soon enough: nothing was forgotten.
        }
    }
}
