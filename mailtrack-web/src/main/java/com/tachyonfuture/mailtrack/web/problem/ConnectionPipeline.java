package com.tachyonfuture.mailtrack.web.problem;

import com.tachyonfuture.mailtrack.web.client.Clients;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/// Keeps every connection from failing in a way that its client could not understand, and every answer from being used
/// in a way that nobody meant.
@Singleton
final class ConnectionPipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /// Asked for when the first connection comes: listeners like this one are made before almost everything else.
    private final BeanProvider<Clients> clients;

    ConnectionPipeline(BeanProvider<Clients> clients) {
        this.clients = clients;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new EveryChannel());
        return event.getBean();
    }

    /// Is asked for each channel anew: the listening one first, then each connection.
    private class EveryChannel implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new OneChannel(channel);
        }
    }

    private final class OneChannel extends EveryChannel {

        private final Channel channel;

        OneChannel(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            var deadline = new RequestDeadline();
            channel.pipeline()
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
                            "mailtrack-lingering-close",
                            new LingeringClose())
                    .addAfter(
                            "mailtrack-lingering-close",
                            "mailtrack-security-headers",
                            new SecurityHeaders(clients.get()))
                    .addBefore(
                            ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                            "mailtrack-unneeded-headers",
                            UnneededHeaders.INSTANCE);
        }
    }
}
