package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.web.client.Clients;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.WriteBufferWaterMark;
import jakarta.inject.Singleton;

/// Keeps every connection from failing in a way that its client could not understand, and every answer from being used
/// in a way that nobody meant.
@Singleton
final class ConnectionPipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /// Asked for when the first connection comes: listeners like this one are made before almost everything else.
    private final BeanProvider<Clients> clients;

    private final BeanProvider<ConnectionLimit> limit;

    ConnectionPipeline(BeanProvider<Clients> clients, BeanProvider<ConnectionLimit> limit) {
        this.clients = clients;
        this.limit = limit;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new EachConnection(this::build));
        return event.getBean();
    }

    private void build(Channel channel) {
        bound(channel.config());
        Place place = limit.get().admit(channel);
        var deadline = new RequestDeadline(place);
        channel.pipeline()
                .addFirst("mailtrack-place-bytes", place.bytes())
                .addBefore(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                        "mailtrack-deadline-bytes",
                        deadline.bytes())
                .addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                        "mailtrack-deadline-requests",
                        deadline.requests())
                .addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                        "mailtrack-place-requests",
                        place.requests())
                .addAfter(
                        ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                        "mailtrack-lingering-close",
                        new LingeringClose())
                .addAfter("mailtrack-lingering-close", "mailtrack-security-headers", new SecurityHeaders(clients.get()))
                .addBefore(
                        ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                        "mailtrack-wanted-language",
                        WantedLanguage.INSTANCE);
    }

    /// What one read brings is what handlers may have to hold.
    private static void bound(ChannelConfig config) {
        int most = ConnectionLimit.MOST_UNTAKEN;
        config.setRecvByteBufAllocator(
                new AdaptiveRecvByteBufAllocator(512, 1024, ConnectionLimit.LARGEST_READ).maxMessagesPerRead(1));
        config.setWriteBufferWaterMark(new WriteBufferWaterMark(most / 2, most));
    }
}
