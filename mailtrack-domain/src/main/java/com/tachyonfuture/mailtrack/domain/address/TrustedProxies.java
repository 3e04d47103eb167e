package com.tachyonfuture.mailtrack.domain.address;

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
        for (Cidr network : networks) {
            if (network.contains(peer)) {
                return true;
            }
        }
        return false;
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
        int end = forwardedFor.length();
        while (true) {
            int comma = forwardedFor.lastIndexOf(',', end - 1);
            Optional<IpAddress> client = IpAddress.parseWithPort(forwardedFor.substring(comma + 1, end));
            if (comma < 0 || client.isEmpty() || !trust(client.get())) {
                return client;
            }
            end = comma;
        }
    }
}
