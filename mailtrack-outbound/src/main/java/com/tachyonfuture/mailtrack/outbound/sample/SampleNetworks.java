package com.tachyonfuture.mailtrack.outbound.sample;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import java.util.Optional;
import java.util.Set;

/// [Networks] of [SampleAddresses].
final class SampleNetworks implements Networks {

    @Override
    public Optional<Network> of(IpAddress address) {
        return SampleAddresses.network(address);
    }

    @Override
    public Set<NetworkKind> listing(IpAddress address) {
        return SampleAddresses.listing(address);
    }

    @Override
    public Set<NetworkKind> listing(IpAddress address, Network network) {
        return SampleAddresses.listing(address);
    }
}
