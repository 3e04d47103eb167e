package com.tachyonfuture.mailtrack.outbound.place;

import com.tachyonfuture.mailtrack.application.classify.Attribution;
import com.tachyonfuture.mailtrack.application.classify.Lookup;
import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Operators of networks from a database, and lists of networks, which may name an operator by its number.
public final class MaxMindNetworks implements Networks {

    private final MaxMindFile operators;
    private final NetworkLists lists;

    public MaxMindNetworks(MaxMindFile operators, NetworkLists lists) {
        this.operators = operators;
        this.lists = lists;
    }

    @Override
    public Optional<Network> of(IpAddress address) {
        return operators.network(address);
    }

    @Override
    public Set<NetworkKind> listing(IpAddress address) {
        return lists.listing(address, of(address));
    }

    @Override
    public Set<NetworkKind> listing(IpAddress address, Network network) {
        return lists.listing(address, Optional.of(network));
    }

    /// Looks for replaced files; for one thread.
    public void refresh() {
        operators.refresh();
        lists.refresh();
    }

    /// What there is a database for.
    public Set<Lookup> inUse() {
        return operators.isThere() ? Set.of(Lookup.OPERATORS) : Set.of();
    }

    /// What is to be said where these networks are shown.
    public List<Attribution> attributions() {
        return operators.attribution().stream().toList();
    }
}
