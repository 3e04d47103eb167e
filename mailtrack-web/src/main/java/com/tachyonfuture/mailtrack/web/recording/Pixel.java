package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.web.problem.SecurityHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The image: one transparent point as GIF89a, 43 bytes, the same for every id. Other sites may show it, which is what
/// it is for; nobody may do anything else with it.
final class Pixel {

    private static final byte[] GIF = HexFormat.of()
            .parseHex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b");

    private static final ByteBuf BODY = Unpooled.unreleasableBuffer(
                    Unpooled.directBuffer(GIF.length).writeBytes(GIF))
            .asReadOnly();
    private static final AsciiString LENGTH = AsciiString.cached(String.valueOf(GIF.length));
    private static final AsciiString TYPE = AsciiString.cached("image/gif");
    private static final AsciiString NEVER_CACHE = AsciiString.cached("no-cache, no-store, must-revalidate");
    private static final AsciiString NO_CACHE = AsciiString.cached("no-cache");
    private static final AsciiString LONG_AGO = AsciiString.cached("0");

    private static final AsciiString CONTENT_TYPE_OPTIONS = AsciiString.cached("x-content-type-options");
    private static final AsciiString NO_SNIFF = AsciiString.cached("nosniff");
    private static final AsciiString DENY = AsciiString.cached("DENY");
    private static final AsciiString REFERRER_POLICY = AsciiString.cached("referrer-policy");
    private static final AsciiString NO_REFERRER = AsciiString.cached("no-referrer");
    private static final AsciiString NOTHING = AsciiString.cached("default-src 'none'; frame-ancestors 'none'");
    private static final AsciiString RESOURCE_POLICY = AsciiString.cached("cross-origin-resource-policy");
    private static final AsciiString CROSS_ORIGIN = AsciiString.cached("cross-origin");

    private static final HttpHeadersFactory HEADERS =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false);
    private static final HttpHeadersFactory TRAILERS =
            DefaultHttpHeadersFactory.trailersFactory().withValidation(false);

    private static final ByteBuf PLAIN = encoded(false);
    private static final ByteBuf OVER_TLS = encoded(true);

    private Pixel() {}

    /// The answer to a plain request, as bytes.
    ///
    /// @param overTls whether the client came over TLS, and shall do so from now on
    static ByteBuf bytes(boolean overTls) {
        return (overTls ? OVER_TLS : PLAIN).duplicate();
    }

    private static ByteBuf encoded(boolean overTls) {
        FullHttpResponse response = response(false, HttpVersion.HTTP_1_1, true);
        if (overTls) {
            SecurityHeaders.keepToTls(response.headers());
        }
        var head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        response.headers()
                .forEach(header -> head.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n"));
        ByteBuf bytes = Unpooled.directBuffer()
                .writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII))
                .writeBytes(GIF);
        return Unpooled.unreleasableBuffer(bytes).asReadOnly();
    }

    /// The answer that brings the image.
    ///
    /// @param head the answer to `HEAD`: the same, but for the image itself
    /// @param version what the client speaks, which decides how it is told of the connection's future
    static FullHttpResponse response(boolean head, HttpVersion version, boolean keepAlive) {
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                head ? Unpooled.EMPTY_BUFFER : BODY.duplicate(),
                HEADERS,
                TRAILERS);
        HttpHeaders headers = response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, LENGTH)
                .set(HttpHeaderNames.CACHE_CONTROL, NEVER_CACHE)
                .set(HttpHeaderNames.PRAGMA, NO_CACHE)
                .set(HttpHeaderNames.EXPIRES, LONG_AGO)
                .set(CONTENT_TYPE_OPTIONS, NO_SNIFF)
                .set(HttpHeaderNames.X_FRAME_OPTIONS, DENY)
                .set(REFERRER_POLICY, NO_REFERRER)
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, NOTHING)
                .set(RESOURCE_POLICY, CROSS_ORIGIN);
        if (!keepAlive) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        } else if (!version.isKeepAliveDefault()) {
            headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
        }
        return response;
    }
}
