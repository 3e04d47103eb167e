package com.tachyonfuture.mailtrack.application.self;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import java.util.Collections;
import java.util.Set;

/** Which addresses can't be the owner's alone, since others come through them too. */
public final class AddressesOfMany {

    private static final Set<NetworkKind> SERVICES = Set.of(
            NetworkKind.APPLE_RELAY,
            NetworkKind.GOOGLE_PROXY,
            NetworkKind.YAHOO_PROXY,
            NetworkKind.MICROSOFT_MAIL,
            NetworkKind.SECURITY);

    private final Networks networks;
    private final TrustedProxies proxies;

    /**
     * @param proxies where one does not say for whom it asks, its own address is that of everybody behind it
     */
    public AddressesOfMany(Networks networks, TrustedProxies proxies) {
        this.networks = networks;
        this.proxies = proxies;
    }

    /** Whether it is that of a service or a proxy. */
    boolean contain(IpAddress address) {
        return isOfService(address) || isOfProxy(address);
    }

    /** Whether a mail service, a relay or a gateway fetches from it for many people. */
    boolean isOfService(IpAddress address) {
        return !Collections.disjoint(networks.listing(address), SERVICES);
    }

    /** Whether it is one of the operator's proxies. */
    boolean isOfProxy(IpAddress address) {
        return proxies.trust(address);
    }
}
