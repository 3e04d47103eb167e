package com.tachyonfuture.mailtrack.web.recording;

import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;

/// Serves pixels on one connection, before the framework sees them.
///
/// # Why so low
/// The pixel is what strangers fetch, at any rate they like, and it must not depend on anything but the spool. Here it
/// costs a third of what a controller does, and no route, filter or codec of the framework can refuse, alter or
/// compress it. Everything else passes through to the framework.
///
/// # In whose turn
/// A client may send requests without waiting for answers, and answers must keep the order of the requests. The
/// framework knows how to do that among its own; this handler sees to it that of the two, it and the framework, only
/// one has unanswered requests at any time. A request that would break that is held, with all that follows it, until
/// its turn comes; so is any request while one before it is not answered, for the framework opens what it answers with
/// at once, or while the client does not take the answers that it has. While anything is held, no more is read from the
/// connection, so what is held is bounded by what one read brings.
///
/// All state belongs to the connection's event loop.
final class PixelHandler extends ChannelDuplexHandler {

    private static final ByteBuf CONTINUE = Unpooled.unreleasableBuffer(
                    Unpooled.copiedBuffer("HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII))
            .asReadOnly();

    private final PixelHits hits;
    private final Answers answers;

    private final Queue<Object> held = new ArrayDeque<>();
    private int unansweredByFramework;
    private boolean recording;
    private boolean skippingBody;
    private boolean answerKeepsAlive;
    private boolean closing;
    private boolean releasing;

    PixelHandler(PixelHits hits, Answers answers) {
        this.hits = hits;
        this.answers = answers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
        } else if (!held.isEmpty() || mustWait(context, message)) {
            held.add(message);
        } else {
            take(context, message);
        }
    }

    private boolean mustWait(ChannelHandlerContext context, Object message) {
        boolean crowded = unansweredByFramework > 0 || !context.channel().isWritable();
        return message instanceof HttpRequest && (recording || crowded);
    }

    private void take(ChannelHandlerContext context, Object message) {
        if (skippingBody) {
            skippingBody = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            take(context, request);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void take(ChannelHandlerContext context, HttpRequest request) {
        Optional<String> id = idIn(request);
        if (id.isPresent()) {
            skippingBody = !(request instanceof LastHttpContent);
            serve(context, request, id.get());
            ReferenceCountUtil.release(request);
        } else {
            unansweredByFramework++;
            context.fireChannelRead(request);
        }
    }

    /// The framework says what is wrong with other methods, and with what is no HTTP.
    private static Optional<String> idIn(HttpRequest request) {
        boolean fetch =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return fetch && request.decoderResult().isSuccess() ? PixelTarget.idIn(request.uri()) : Optional.empty();
    }

    private void serve(ChannelHandlerContext context, HttpRequest request, String id) {
        recording = true;
        inviteBody(context, request);
        if (request.method().equals(HttpMethod.HEAD)) {
            answer(context, request);
            return;
        }
        CompletionStage<?> kept =
                hits.record(id, request.headers(), context.channel().remoteAddress());
        answers.giveWhen(kept, () -> answer(context, request));
    }

    /// Past the codec, which would take this for the answer and match the next one with the wrong request.
    private static void inviteBody(ChannelHandlerContext context, HttpRequest request) {
        boolean expected = HttpUtil.is100ContinueExpected(request)
                && (HttpUtil.isTransferEncodingChunked(request) || HttpUtil.isContentLengthSet(request));
        if (expected) {
            var _ = context.pipeline()
                    .context(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC)
                    .writeAndFlush(CONTINUE.duplicate());
        }
    }

    private void answer(ChannelHandlerContext context, HttpRequest request) {
        boolean keepAlive = HttpUtil.isKeepAlive(request);
        boolean head = request.method().equals(HttpMethod.HEAD);
        ChannelFuture written = context.writeAndFlush(Pixel.response(head, request.protocolVersion(), keepAlive));
        recording = false;
        if (keepAlive) {
            releaseHeld(context);
        } else {
            closing = true;
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    /// Hands on what was held, up to what has to wait again.
    private void releaseHeld(ChannelHandlerContext context) {
        if (releasing || held.isEmpty()) {
            return;
        }
        releasing = true;
        while (!held.isEmpty() && !closing && !mustWait(context, held.element())) {
            take(context, held.remove());
        }
        releasing = false;
        context.fireChannelReadComplete();
        read(context);
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (held.isEmpty()) {
            context.read();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        releaseHeld(context);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean interim = message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (message instanceof HttpResponse response && !interim) {
            answerKeepsAlive = HttpUtil.isKeepAlive(response);
        }
        boolean answered = message instanceof LastHttpContent && !interim;
        var _ = context.write(message, promise);
        if (answered) {
            unansweredByFramework--;
            closing = !answerKeepsAlive;
            context.executor().execute(() -> releaseHeld(context));
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        closing = true;
        held.forEach(ReferenceCountUtil::release);
        held.clear();
    }
}
