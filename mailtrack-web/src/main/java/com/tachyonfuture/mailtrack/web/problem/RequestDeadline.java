package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.web.form.UploadedPiece;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection whose request does not come to its end: the idle timeout does not see a client that sends one
/// byte now and then, and holds the connection for ever. An upload, which is for those who are signed in, has so long
/// for every piece that is taken.
///
/// Has a handler on either side of the HTTP codec. Nearly every request comes with one read, and costs no timer.
final class RequestDeadline {

    /// Seconds from a request's first byte, or the piece of it that was taken last, to its end.
    static final long LONGEST = 60;

    private final Place place;
    private boolean underWay;
    private @Nullable Future<?> timer;

    RequestDeadline(Place place) {
        this.place = place;
    }

    /// In front of the codec.
    ChannelHandler bytes() {
        return new Bytes();
    }

    /// Behind the codec.
    ChannelHandler requests() {
        return new Requests();
    }

    private void start(ChannelHandlerContext context) {
        timer = context.executor().schedule(() -> end(context.channel()), LONGEST, TimeUnit.SECONDS);
    }

    private static void end(Channel channel) {
        var _ = channel.close();
    }

    private void stop() {
        underWay = false;
        place.waitsForRest(false);
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private final class Bytes extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            underWay = true;
            context.fireChannelRead(message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            if (underWay && timer == null) {
                start(context);
                place.waitsForRest(true);
            }
            context.fireChannelReadComplete();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            stop();
            context.fireChannelInactive();
        }
    }

    private final class Requests extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof LastHttpContent) {
                stop();
            }
            context.fireChannelRead(message);
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof UploadedPiece && timer != null) {
                timer.cancel(false);
                start(context);
            }
            context.fireUserEventTriggered(event);
        }
    }
}
