package com.tachyonfuture.mailtrack.web.client;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows who sent a request, and how, where trusted proxies stand in between.
@Singleton
public final class Clients {

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);

    private static final IpAddress NOBODY = IpAddress.of(new byte[4]);

    private final TrustedProxies trustedProxies;
    private final boolean tlsEverywhere;
    private final AtomicBoolean warned = new AtomicBoolean();

    public Clients(WebSettings settings) {
        this.trustedProxies = settings.trustedProxies();
        this.tlsEverywhere = settings.baseUrl().startsWith("https:");
    }

    /// Who sent a request; empty when a trusted proxy says it with something that is no address.
    public Optional<IpAddress> find(HttpHeaders headers, @Nullable SocketAddress peer) {
        return peer(peer).flatMap(address -> find(headers::getAll, address));
    }

    /// The same, where the headers have been read.
    ///
    /// @param forwardedFor `X-Forwarded-For`
    /// @param realIp `X-Real-IP`
    public Optional<IpAddress> find(
            @Nullable String forwardedFor, @Nullable String realIp, @Nullable SocketAddress peer) {
        return peer(peer).flatMap(address -> find(forwardedFor, realIp, address));
    }

    /// Who sent a request: the proxy itself, when it says it with something that is no address.
    public IpAddress addressOf(HttpRequest<?> request) {
        IpAddress peer = peer(request.getRemoteAddress()).orElse(NOBODY);
        return find(request.getHeaders()::getAll, peer).orElse(peer);
    }

    /// Who sent a request, where that tells them from others; null for the address of a trusted proxy, which all have
    /// who come through it without being named.
    public @Nullable IpAddress ownAddressOf(HttpRequest<?> request) {
        IpAddress address = addressOf(request);
        return trustedProxies.trust(address) ? null : address;
    }

    private static Optional<IpAddress> peer(@Nullable SocketAddress peer) {
        return peer instanceof InetSocketAddress socket && !socket.isUnresolved()
                ? Optional.of(IpAddress.of(socket.getAddress().getAddress()))
                : Optional.empty();
    }

    private Optional<IpAddress> find(Function<String, List<String>> headers, IpAddress peer) {
        List<String> forwardedFor = headers.apply("X-Forwarded-For");
        List<String> realIp = headers.apply("X-Real-IP");
        return find(
                forwardedFor.isEmpty() ? null : String.join(",", forwardedFor),
                realIp.isEmpty() ? null : realIp.getFirst(),
                peer);
    }

    private Optional<IpAddress> find(@Nullable String forwardedFor, @Nullable String realIp, IpAddress peer) {
        if (forwardedFor != null && !trustedProxies.trust(peer)) {
            warn();
        }
        return trustedProxies.clientOf(peer, forwardedFor, realIp);
    }

    private void warn() {
        if (warned.compareAndSet(false, true)) {
            LOG.warn("Somebody who is not a trusted proxy sends X-Forwarded-For, which is not believed. If it is your"
                    + " proxy, opens show its address instead of the reader's: add its network to"
                    + " TRUSTED_PROXY_CIDRS. This is said once.");
        }
    }

    /// Whether all requests come over TLS, whatever they say.
    public boolean areAllOverTls() {
        return tlsEverywhere;
    }

    /// Whether the client spoke TLS, be it with us or with a trusted proxy.
    public boolean areOverTls(HttpHeaders headers, @Nullable SocketAddress peer) {
        return areOverTls(headers::getAll, peer);
    }

    /// Whether the client that sent a request spoke TLS.
    public boolean areOverTls(HttpRequest<?> request) {
        return areOverTls(request.getHeaders()::getAll, request.getRemoteAddress());
    }

    /// The same, where `X-Forwarded-Proto` has been read.
    public boolean areOverTls(@Nullable String forwardedProto, @Nullable SocketAddress peer) {
        return tlsEverywhere || (forwardedProto != null && isHttps(forwardedProto) && isTrusted(peer));
    }

    private boolean areOverTls(Function<String, List<String>> headers, @Nullable SocketAddress peer) {
        return tlsEverywhere
                || (headers.apply("X-Forwarded-Proto").stream().anyMatch(Clients::isHttps) && isTrusted(peer));
    }

    private boolean isTrusted(@Nullable SocketAddress peer) {
        return peer(peer).filter(trustedProxies::trust).isPresent();
    }

    /// Of several proxies, the first to be reached wrote the first word.
    private static boolean isHttps(String forwardedProto) {
        return forwardedProto.split(",", 2)[0].strip().equalsIgnoreCase("https");
    }
}
