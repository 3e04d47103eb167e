package com.tachyonfuture.mailtrack.domain.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The networks whose word we take for who sent a request.
 *
 * <p>Anybody can write anything into {@code X-Forwarded-For}; each proxy adds the address it saw at the right end. So
 * the list is read from the right, as long as a proxy of ours wrote it; the first address that is not one of ours is
 * the client.
 */
public record TrustedProxies(List<Cidr> networks) {

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    public boolean trust(IpAddress peer) {
        return networks.stream().anyMatch(network -> network.contains(peer));
    }

    /**
     * Who sent a request; empty when a trusted proxy says it with something that is no address.
     *
     * @param peer the other end of the connection
     * @param forwardedFor all values of {@code X-Forwarded-For} in order, joined by commas; wins over realIp
     * @param realIp {@code X-Real-IP}
     */
    public Optional<IpAddress> clientOf(IpAddress peer, @Nullable String forwardedFor, @Nullable String realIp) {
        if (!trust(peer)) {
            return Optional.of(peer);
        }
        if (forwardedFor != null && !forwardedFor.isBlank()) {
            return readFromTheRight(forwardedFor);
        }
        return realIp == null || realIp.isBlank() ? Optional.of(peer) : IpAddress.parseWithPort(realIp);
    }

    private Optional<IpAddress> readFromTheRight(String forwardedFor) {
        List<String> elements = Arrays.asList(forwardedFor.split(",", -1));
        Optional<IpAddress> client = Optional.empty();
        for (int i = elements.size() - 1; i >= 0; i--) {
            client = IpAddress.parseWithPort(elements.get(i));
            if (client.isEmpty() || !trust(client.get())) {
                return client;
            }
        }
        return client;
    }
}
