package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.web.form.UploadedPiece;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What one connection does among the others, told from what comes and goes.
///
/// Has a handler in front of all others, which sees the bytes, and one behind the HTTP codec, which counts the requests
/// that are not answered. A pixel served in front of the codec is answered with the next bytes that go.
final class Place {

    /// Seconds in which a client has to take something of what waits for it.
    static final long PATIENCE = 30;

    /// Who has to act.
    enum State {

        /// The client, if it likes.
        IDLE,
        /// The client: its request is not whole, or it does not take its answers.
        SLOW,
        /// The server.
        SERVED,
        /// Nobody, any more.
        LEFT
    }

    private final Crowd crowd;
    private final Channel channel;

    private State state = State.IDLE;
    private int unanswered;
    private boolean working;
    private boolean incomplete;
    private boolean untaken;
    private long held;
    private @Nullable Future<?> timer;

    Place(Crowd crowd, Channel channel) {
        this.crowd = crowd;
        this.channel = channel;
    }

    /// In front of everything.
    ChannelHandler bytes() {
        return new Bytes();
    }

    /// Behind the codec.
    ChannelHandler requests() {
        return new Requests();
    }

    /// Whether the server has a part of a request, and waits for the rest.
    void waitsForRest(boolean waits) {
        incomplete = waits;
        settle();
    }

    /// At once: gently is for those who may not know what was wrong.
    void close() {
        channel.unsafe().close(channel.unsafe().voidPromise());
    }

    void leave() {
        become(State.LEFT);
        stopTimer();
    }

    private void settle() {
        if (state == State.LEFT) {
            return;
        }
        if (incomplete || untaken) {
            become(State.SLOW);
        } else {
            become(working || unanswered > 0 ? State.SERVED : State.IDLE);
        }
    }

    private void become(State next) {
        State before = state;
        if (before != next) {
            state = next;
            crowd.move(this, before, next);
            holdOrLetGo(before, next);
        }
    }

    private void holdOrLetGo(State before, State next) {
        if (before == State.SLOW) {
            crowd.hold(-held);
            held = 0;
        } else if (next == State.SLOW) {
            crowd.hold(held);
        } else if (next == State.IDLE) {
            held = 0;
        }
    }

    private void came(long bytes) {
        held += bytes;
        if (state == State.SLOW) {
            crowd.hold(bytes);
        }
        working = true;
        settle();
    }

    private void wasTaken(long bytes) {
        long less = Math.min(bytes, held);
        held -= less;
        if (state == State.SLOW) {
            crowd.hold(-less);
        }
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private final class Bytes extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            came(((ByteBuf) message).readableBytes());
            context.fireChannelRead(message);
        }

        @Override
        public void flush(ChannelHandlerContext context) {
            context.flush();
            if (!untaken) {
                look(context);
            }
        }

        private void look(ChannelHandlerContext context) {
            ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
            untaken = waiting != null && !waiting.isEmpty();
            working = false;
            stopTimer();
            if (untaken) {
                lookAgainWhenTaken(context);
            }
            settle();
        }

        /// What is written last is taken last, be it nothing.
        private void lookAgainWhenTaken(ChannelHandlerContext context) {
            timer = context.executor().schedule(Place.this::close, PATIENCE, TimeUnit.SECONDS);
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> look(context));
        }

        /// Netty throws this where its buffers have no more memory, which is not the end of the JVM.
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
            if (fault instanceof OutOfMemoryError shortage) {
                MemoryShortage.report(shortage);
                Place.this.close();
            } else {
                context.fireExceptionCaught(fault);
            }
        }
    }

    private final class Requests extends ChannelDuplexHandler {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                unanswered++;
            }
            context.fireChannelRead(message);
        }

        /// What an upload has taken lies on the disk; were it counted, nothing larger than our share could come.
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof UploadedPiece(int bytes)) {
                wasTaken(bytes);
            }
            context.fireUserEventTriggered(event);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean interim = message instanceof HttpResponse response
                    && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            if (message instanceof LastHttpContent && !interim) {
                unanswered--;
            }
            var _ = context.write(message, promise);
        }
    }
}
