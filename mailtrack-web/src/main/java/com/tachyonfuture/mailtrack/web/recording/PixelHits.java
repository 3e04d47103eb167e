package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.domain.recording.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.TrustedProxies;
import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import io.netty.handler.codec.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes from a request for a pixel what is worth recording, and hands it on. Never fails.
@Singleton
final class PixelHits {

    private static final Logger LOG = LoggerFactory.getLogger(PixelHits.class);

    private static final Duration BETWEEN_REPORTS = Duration.ofMinutes(1);

    private final RecordOpen recordOpen;
    private final TrustedProxies trustedProxies;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final AtomicLong lastReport = new AtomicLong(System.nanoTime() - BETWEEN_REPORTS.toNanos());

    PixelHits(RecordOpen recordOpen, WebSettings settings) {
        this.recordOpen = recordOpen;
        this.trustedProxies = settings.trustedProxies();
    }

    /// Completes when the hit is kept, or surely is not, however that comes about.
    CompletionStage<?> record(String id, HttpHeaders headers, @Nullable SocketAddress peer) {
        try {
            return recordOpen
                    .from(new RecordOpen.Request(
                            id,
                            client(headers, peer),
                            HeaderText.of(headers.get("User-Agent")),
                            HeaderText.of(headers.get("Referer"))))
                    .whenComplete((_, fault) -> report(fault));
        } catch (RuntimeException | Error fault) {
            report(fault);
            return CompletableFuture.completedStage(null);
        }
    }

    /// Strangers decide how many requests there are, so they must not decide how much is logged.
    private void report(@Nullable Throwable fault) {
        long now = System.nanoTime();
        long last = lastReport.get();
        if (fault != null && now - last > BETWEEN_REPORTS.toNanos() && lastReport.compareAndSet(last, now)) {
            LOG.error(
                    "A hit could not be recorded; its image is served all the same. This is said once a minute at"
                            + " most.",
                    fault);
        }
    }

    private @Nullable IpAddress client(HttpHeaders headers, @Nullable SocketAddress peer) {
        if (!(peer instanceof InetSocketAddress socket) || socket.isUnresolved()) {
            return null;
        }
        IpAddress address = IpAddress.of(socket.getAddress().getAddress());
        List<String> forwardedFor = headers.getAll("X-Forwarded-For");
        if (!forwardedFor.isEmpty() && !trustedProxies.trust(address)) {
            warn();
        }
        return trustedProxies
                .clientOf(
                        address,
                        forwardedFor.isEmpty() ? null : String.join(",", forwardedFor),
                        headers.get("X-Real-IP"))
                .orElse(null);
    }

    private void warn() {
        if (warned.compareAndSet(false, true)) {
            LOG.warn("Somebody who is not a trusted proxy sends X-Forwarded-For, which is not believed. If it is your"
                    + " proxy, opens show its address instead of the reader's: add its network to"
                    + " TRUSTED_PROXY_CIDRS. This is said once.");
        }
    }
}
