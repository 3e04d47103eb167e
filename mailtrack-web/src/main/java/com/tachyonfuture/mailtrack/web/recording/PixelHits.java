package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.web.client.Clients;
import com.tachyonfuture.mailtrack.web.client.OwnersMark;
import io.netty.handler.codec.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes from a request for a pixel what is worth recording, and hands it on. Never fails.
@Singleton
final class PixelHits {

    private static final Logger LOG = LoggerFactory.getLogger(PixelHits.class);

    private static final Duration BETWEEN_REPORTS = Duration.ofMinutes(1);

    private final RecordOpen recordOpen;
    private final Clients clients;
    private final OwnersMark ownersMark;
    private final AtomicLong lastReport = new AtomicLong(System.nanoTime() - BETWEEN_REPORTS.toNanos());

    PixelHits(RecordOpen recordOpen, Clients clients, OwnersMark ownersMark) {
        this.recordOpen = recordOpen;
        this.clients = clients;
        this.ownersMark = ownersMark;
    }

    /// Completes when the hit is kept, or surely is not, however that comes about.
    CompletionStage<?> record(String id, HttpHeaders headers, @Nullable SocketAddress peer) {
        return record(() -> new RecordOpen.Request(
                id,
                clients.find(headers, peer).orElse(null),
                HeaderText.of(headers.get("User-Agent")),
                HeaderText.of(headers.get("Referer")),
                DeclaredSigns.of(headers, ownersMark)));
    }

    /// The same of a plain request.
    CompletionStage<?> record(PlainRequest request, @Nullable SocketAddress peer) {
        return record(() -> new RecordOpen.Request(
                request.id(),
                clients.find(request.forwardedFor(), request.realIp(), peer).orElse(null),
                request.userAgent(),
                request.referer(),
                DeclaredSigns.of(request, ownersMark)));
    }

    private CompletionStage<?> record(Supplier<RecordOpen.Request> request) {
        try {
            return recordOpen.from(request.get()).whenComplete((_, fault) -> report(fault));
        } catch (RuntimeException | Error fault) {
            report(fault);
            return CompletableFuture.completedStage(null);
        }
    }

    /// Whether the client spoke TLS, be it with us or with a trusted proxy.
    boolean areOverTls(PlainRequest request, @Nullable SocketAddress peer) {
        try {
            return clients.areOverTls(request.forwardedProto(), peer);
        } catch (RuntimeException fault) {
            report(fault);
            return false;
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
}
