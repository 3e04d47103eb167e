package com.tachyonfuture.mailtrack.web.recording;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.SocketAddress;
import java.util.Optional;

/// Serves pixels on one connection for as long as it is asked for nothing else, and plainly: from the bytes that came
/// to the bytes that go, before anybody else sees them.
///
/// # Why beside the other
/// [PixelHandler] serves every request for a pixel, however it is put. To do so it needs what makes any request an
/// object and any object an answer, and that is most of what a pixel costs. But nearly every request for a pixel is a
/// [plain one][PlainRequest], on a connection that brings nothing else, and the answer to it is always the same bytes.
///
/// # When it steps aside
/// With the first byte that does not belong to a plain request, which is only looked at when all before it are
/// answered. From there on everything is as if it had never been here, for as long as the connection lasts. So it
/// shares no state with those behind it, and nobody has to know in whose turn an answer is.
///
/// # How much it holds
/// What follows a request waits until that is answered. Meanwhile there is at most one more read, and none while
/// something waits, or while the client does not take what was answered. So what is held is bounded by one read.
///
/// All state belongs to the connection's event loop.
final class PlainPixels extends ChannelInboundHandlerAdapter {

    private final PixelHits hits;
    private final PlainRequestReader reader;
    private final Answers answers;

    private ByteBuf held = Unpooled.EMPTY_BUFFER;
    private boolean recording;
    private boolean serving;
    private boolean readEnded;
    private boolean aside;

    PlainPixels(PixelHits hits, PlainRequestReader reader, Answers answers) {
        this.hits = hits;
        this.reader = reader;
        this.answers = answers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        // Both only when somebody behind us asked for a read: we don't while anything is held.
        held = held.isReadable() ? Unpooled.wrappedBuffer(held, bytes) : bytes;
        readEnded = false;
        serve(context);
    }

    /// Those behind us need not know of a read that brought them nothing.
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        readEnded = true;
        readOn(context);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        goOn(context);
    }

    private void goOn(ChannelHandlerContext context) {
        serve(context);
        readOn(context);
    }

    private void readOn(ChannelHandlerContext context) {
        if (readEnded && !aside && !held.isReadable() && context.channel().isWritable()) {
            readEnded = false;
            context.read();
        }
    }

    /// One after another, without going deeper for each: a client may send many at once.
    private void serve(ChannelHandlerContext context) {
        if (serving) {
            return;
        }
        serving = true;
        try {
            while (mayServe(context)) {
                serveNext(context);
            }
        } finally {
            serving = false;
        }
    }

    private boolean mayServe(ChannelHandlerContext context) {
        return !aside && !recording && held.isReadable() && context.channel().isWritable();
    }

    private void serveNext(ChannelHandlerContext context) {
        Optional<PlainRequest> request = reader.read(held);
        if (request.isPresent()) {
            serve(context, request.get());
        } else {
            stepAside(context);
        }
    }

    private void serve(ChannelHandlerContext context, PlainRequest request) {
        recording = true;
        letGoOfWhatWasRead();
        SocketAddress peer = context.channel().remoteAddress();
        boolean overTls = hits.areOverTls(request, peer);
        answers.giveWhen(hits.record(request, peer), () -> answer(context, overTls));
    }

    private void letGoOfWhatWasRead() {
        if (!held.isReadable()) {
            held.release();
            held = Unpooled.EMPTY_BUFFER;
        }
    }

    private void answer(ChannelHandlerContext context, boolean overTls) {
        recording = false;
        if (!context.isRemoved()) {
            var _ = context.writeAndFlush(Pixel.bytes(overTls));
            goOn(context);
        }
    }

    private void stepAside(ChannelHandlerContext context) {
        aside = true;
        ByteBuf rest = held;
        held = Unpooled.EMPTY_BUFFER;
        context.pipeline().remove(this);
        context.fireChannelRead(rest);
        if (readEnded) {
            context.fireChannelReadComplete();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        aside = true;
        held.release();
        held = Unpooled.EMPTY_BUFFER;
    }
}
