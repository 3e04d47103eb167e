package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.web.problem.EachConnection;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;
import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Puts the handlers of pixels in front of the framework on every connection.
@Singleton
final class PixelPipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /// Asked for when the first connection comes: listeners like this one are made before almost everything else.
    private final BeanProvider<PixelHits> hits;

    private final ConcurrentMap<EventExecutor, Turn> turns = new ConcurrentHashMap<>();

    PixelPipeline(BeanProvider<PixelHits> hits) {
        this.hits = hits;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new EachConnection(this::build));
        return event.getBean();
    }

    /// What the connections of one event loop share.
    private record Turn(PlainRequestReader reader, Answers answers) {

        Turn(EventExecutor loop) {
            this(new PlainRequestReader(), new Answers(loop));
        }
    }

    private void build(Channel channel) {
        Turn turn = turns.computeIfAbsent(channel.eventLoop(), Turn::new);
        channel.pipeline()
                .addAfter(
                        ChannelPipelineCustomizer.HANDLER_IDLE_STATE,
                        "mailtrack-plain-pixels",
                        new PlainPixels(hits.get(), turn.reader, turn.answers))
                .addBefore(
                        ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                        "mailtrack-pixel",
                        new PixelHandler(hits.get(), turn.answers));
    }
}
