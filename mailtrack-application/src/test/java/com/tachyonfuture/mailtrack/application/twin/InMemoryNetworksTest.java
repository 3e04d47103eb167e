package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.application.contract.NetworksContract;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;

final class InMemoryNetworksTest implements NetworksContract {

    @Override
    public Networks networks() {
        return new InMemoryNetworks()
                .with(CLOUDY, CLOUD)
                .with(HOMES, ACCESS)
                .listing(NetworkKind.DATA_CENTER, CLOUD.number())
                .listing(NetworkKind.GOOGLE_PROXY, PROXIES)
                .listing(NetworkKind.SECURITY, GATEWAYS)
                .listing(NetworkKind.APPLE_RELAY, RELAYS);
    }
}
