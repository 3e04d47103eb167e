package com.tachyonfuture.mailtrack.web.problem;

import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Does something to each connection as soon as it speaks HTTP, before anything comes over it.
public final class EachConnection implements NettyServerCustomizer {

    private final Consumer<Channel> deed;
    private final @Nullable Channel channel;

    public EachConnection(Consumer<Channel> deed) {
        this(deed, null);
    }

    private EachConnection(Consumer<Channel> deed, @Nullable Channel channel) {
        this.deed = deed;
        this.channel = channel;
    }

    /// Is asked for each channel anew: the listening one first, then each connection.
    @Override
    public NettyServerCustomizer specializeForChannel(Channel next, ChannelRole role) {
        return new EachConnection(deed, next);
    }

    @Override
    public void onStreamPipelineBuilt() {
        if (channel != null) {
            deed.accept(channel);
        }
    }
}
