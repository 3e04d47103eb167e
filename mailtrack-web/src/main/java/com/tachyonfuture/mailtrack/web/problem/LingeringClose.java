package com.tachyonfuture.mailtrack.web.problem;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/// Closes a connection gently after a request that was not read to its end, since it was too long, or no HTTP.
///
/// The client may still be sending. To close right away would reset the connection, and the client would never see
/// what was wrong. So only our direction is closed, and what comes is thrown away until the client closes as well, or
/// for [#PATIENCE] at most.
final class LingeringClose extends ChannelDuplexHandler {

    /// Milliseconds.
    private static final long PATIENCE = 2_000;

    private boolean receiving;
    private boolean closing;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        boolean broken =
                message instanceof HttpObject part && part.decoderResult().isFailure();
        receiving = broken || !(message instanceof LastHttpContent);
        context.fireChannelRead(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (closing) {
            context.read();
        } else {
            context.fireChannelReadComplete();
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        boolean linger = receiving && !closing && context.channel() instanceof DuplexChannel;
        if (!linger) {
            closeNow(context, promise);
            return;
        }
        closing = true;
        var _ = ((DuplexChannel) context.channel()).shutdownOutput();
        var _ = context.executor().schedule(() -> closeNow(context, promise), PATIENCE, TimeUnit.MILLISECONDS);
        context.read();
    }

    private static void closeNow(ChannelHandlerContext context, ChannelPromise promise) {
        var _ = context.close(promise);
    }
}
