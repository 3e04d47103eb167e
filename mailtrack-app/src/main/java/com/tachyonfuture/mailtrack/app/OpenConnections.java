package com.tachyonfuture.mailtrack.app;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.inject.Singleton;

/// The connections that are open. A server that has stopped takes no new ones, but leaves those that it has; what comes
/// over them after the last hit was recorded would be answered and lost.
@Singleton
final class OpenConnections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final DefaultChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new EveryConnection());
        return event.getBean();
    }

    /// Closes all of them and waits for that.
    void close() {
        connections.close().awaitUninterruptibly();
    }

    private final class EveryConnection implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new OneConnection(channel);
        }
    }

    private final class OneConnection implements NettyServerCustomizer {

        private final Channel channel;

        private OneConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel other, ChannelRole role) {
            return new OneConnection(other);
        }

        @Override
        public void onInitialPipelineBuilt() {
            connections.add(channel);
        }
    }
}
