package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.web.words.Language;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;

/// Leaves of `Accept-Language` only the language of ours that is wanted most: the framework answers 500 to what it
/// can't read there, such as `;` (4.10.26).
@Sharable
final class WantedLanguage extends ChannelInboundHandlerAdapter {

    static final WantedLanguage INSTANCE = new WantedLanguage();

    private WantedLanguage() {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request && request.headers().contains(HttpHeaderNames.ACCEPT_LANGUAGE)) {
            simplify(request.headers());
        }
        context.fireChannelRead(message);
    }

    private static void simplify(HttpHeaders headers) {
        Language wanted = Language.wanted(String.join(",", headers.getAll(HttpHeaderNames.ACCEPT_LANGUAGE)));
        if (wanted == null) {
            headers.remove(HttpHeaderNames.ACCEPT_LANGUAGE);
        } else {
            headers.set(HttpHeaderNames.ACCEPT_LANGUAGE, wanted.code());
        }
    }
}
