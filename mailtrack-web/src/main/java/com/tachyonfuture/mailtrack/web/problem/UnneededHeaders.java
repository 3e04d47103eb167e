package com.tachyonfuture.mailtrack.web.problem;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;

/// Takes away what we don't use and the framework fails to read: it answers 500 to an `Accept-Language: ;` (4.10.26),
/// and there is one language only.
@Sharable
final class UnneededHeaders extends ChannelInboundHandlerAdapter {

    static final UnneededHeaders INSTANCE = new UnneededHeaders();

    private UnneededHeaders() {}

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            request.headers().remove(HttpHeaderNames.ACCEPT_LANGUAGE);
        }
        context.fireChannelRead(message);
    }
}
