package com.tachyonfuture.mailtrack.application.classify.port;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import java.util.Optional;
import java.util.Set;

/** Who runs the networks that addresses belong to. Never fails, never asks another machine; safe for many threads. */
public interface Networks {

    /** Empty where no database knows it, or there is no database. */
    Optional<Network> of(IpAddress address);

    /** The lists of networks that name the address. */
    Set<NetworkKind> listing(IpAddress address);

    /** The same of an address that is known to have belonged to a network. */
    Set<NetworkKind> listing(IpAddress address, Network network);
}
