package com.tachyonfuture.mailtrack.web.problem;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;

/// Closes connections that are too many as soon as they come.
///
/// Each takes memory, and one of the files that the process may have open at a time. Were there none of these left,
/// the spool could not open its next file, and those who only hold connections would keep hits from being recorded.
@Singleton
final class ConnectionLimit implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /// An idle one takes 2 KiB of the heap, one that drips 4.
    private static final int MOST = 8_192;

    /// Jars, sockets of the database, files of the spool and what the JVM itself needs.
    private static final int FILES_OF_OURS = 256;

    private final AtomicInteger open = new AtomicInteger();
    private final int most;

    @Inject
    ConnectionLimit() {
        this(mostWith(filesAllowed()));
    }

    ConnectionLimit(int most) {
        this.most = most;
    }

    private static long filesAllowed() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /// Half of the files at least, if they are few.
    static int mostWith(long files) {
        return (int) Math.min(MOST, Math.max(files - FILES_OF_OURS, files / 2));
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new EveryChannel());
        return event.getBean();
    }

    /// From now on this is one of the connections, if there may be one more.
    void admit(Channel channel) {
        open.incrementAndGet();
        channel.closeFuture().addListener(_ -> open.decrementAndGet());
        if (open.get() > most) {
            var _ = channel.close();
        }
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
        public void onInitialPipelineBuilt() {
            admit(channel);
        }
    }
}
