package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.web.client.Clients;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.util.AsciiString;
import java.util.ArrayDeque;
import java.util.Queue;

/// Tells browsers on every answer what they must not do with it: where no code of ours or the framework's is asked any
/// more, so that none can forget it. What an answer says for itself stays.
public final class SecurityHeaders extends ChannelDuplexHandler {

    private static final AsciiString RESOURCE_POLICY = AsciiString.cached("cross-origin-resource-policy");
    private static final AsciiString OPENER_POLICY = AsciiString.cached("cross-origin-opener-policy");
    private static final AsciiString SAME_ORIGIN = AsciiString.cached("same-origin");
    private static final AsciiString REFERRER_POLICY = AsciiString.cached("referrer-policy");
    private static final AsciiString NO_REFERRER = AsciiString.cached("no-referrer");
    private static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("x-content-type-options");
    private static final AsciiString NO_SNIFF = AsciiString.cached("nosniff");
    private static final AsciiString DENY = AsciiString.cached("DENY");
    private static final AsciiString NOTHING = AsciiString.cached("default-src 'none'; frame-ancestors 'none'");
    private static final AsciiString NO_STORE = AsciiString.cached("no-store");
    private static final AsciiString PERMISSIONS_POLICY = AsciiString.cached("permissions-policy");
    private static final AsciiString ONLY_COPYING = AsciiString.cached("clipboard-write=(self), camera=(),"
            + " display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    private static final AsciiString TRANSPORT_SECURITY = AsciiString.cached("strict-transport-security");
    private static final AsciiString ONE_YEAR = AsciiString.cached("max-age=31536000");
    private static final String PAGE = "text/html";

    private final Clients clients;

    /// Whether the requests that have no answer yet came over TLS, in their order. Not needed where all do.
    private final Queue<Boolean> overTls = new ArrayDeque<>();

    SecurityHeaders(Clients clients) {
        this.clients = clients;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && !clients.areAllOverTls()) {
            overTls.add(clients.areOverTls(request.headers(), context.channel().remoteAddress()));
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            HttpHeaders headers = response.headers();
            if (clients.areAllOverTls() || Boolean.TRUE.equals(overTls.poll())) {
                keepToTls(headers);
            }
            // The pixel's answer is complete, and has to be written fast.
            if (!headers.contains(RESOURCE_POLICY)) {
                complete(headers);
            }
        }
        var _ = context.write(message, promise);
    }

    /// Tells a browser to come over TLS from now on.
    public static void keepToTls(HttpHeaders headers) {
        headers.set(TRANSPORT_SECURITY, ONE_YEAR);
    }

    private static void complete(HttpHeaders headers) {
        headers.set(RESOURCE_POLICY, SAME_ORIGIN);
        addUnlessThere(headers, CONTENT_TYPE_OPTIONS, NO_SNIFF);
        addUnlessThere(headers, HttpHeaderNames.X_FRAME_OPTIONS, DENY);
        addUnlessThere(headers, REFERRER_POLICY, NO_REFERRER);
        addUnlessThere(headers, HttpHeaderNames.CONTENT_SECURITY_POLICY, NOTHING);
        addUnlessThere(headers, HttpHeaderNames.CACHE_CONTROL, NO_STORE);
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        if (type != null && type.startsWith(PAGE)) {
            addUnlessThere(headers, OPENER_POLICY, SAME_ORIGIN);
            addUnlessThere(headers, PERMISSIONS_POLICY, ONLY_COPYING);
        }
    }

    private static void addUnlessThere(HttpHeaders headers, AsciiString name, AsciiString value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
