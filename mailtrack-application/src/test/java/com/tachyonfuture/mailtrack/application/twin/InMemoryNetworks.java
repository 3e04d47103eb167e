package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Networks} that know what they were told; of networks that hold an address, the smallest has its operator. */
public final class InMemoryNetworks implements Networks {

    private record Listed(NetworkKind kind, Cidr addresses) {}

    private record Numbered(NetworkKind kind, long number) {}

    private final Map<Cidr, Network> operators = new ConcurrentHashMap<>();
    private final List<Listed> listed = new CopyOnWriteArrayList<>();
    private final List<Numbered> numbered = new CopyOnWriteArrayList<>();

    /** From now on this network runs the addresses. */
    public InMemoryNetworks with(String addresses, Network network) {
        operators.put(Cidr.parse(addresses), network);
        return this;
    }

    /** From now on the list of that kind names these addresses. */
    public InMemoryNetworks listing(NetworkKind kind, String addresses) {
        listed.add(new Listed(kind, Cidr.parse(addresses)));
        return this;
    }

    /** From now on the list of that kind names all addresses of the network of this number. */
    public InMemoryNetworks listing(NetworkKind kind, long number) {
        numbered.add(new Numbered(kind, number));
        return this;
    }

    @Override
    public Optional<Network> of(IpAddress address) {
        return operators.entrySet().stream()
                .filter(entry -> entry.getKey().contains(address))
                .max(Comparator.comparingInt(entry -> entry.getKey().prefix()))
                .map(Map.Entry::getValue);
    }

    @Override
    public Set<NetworkKind> listing(IpAddress address) {
        return listing(address, of(address));
    }

    @Override
    public Set<NetworkKind> listing(IpAddress address, Network network) {
        return listing(address, Optional.of(network));
    }

    private Set<NetworkKind> listing(IpAddress address, Optional<Network> operator) {
        var byAddress =
                listed.stream().filter(one -> one.addresses().contains(address)).map(Listed::kind);
        var byNumber = operator.stream()
                .flatMap(network -> numbered.stream().filter(one -> one.number() == network.number()))
                .map(Numbered::kind);
        return Stream.concat(byAddress, byNumber).collect(Collectors.toUnmodifiableSet());
    }
}
