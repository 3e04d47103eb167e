package com.tachyonfuture.mailtrack.web.problem;

import com.sun.management.UnixOperatingSystemMXBean;
import io.micronaut.context.annotation.Value;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/// Limits how many connections there are, how many of them may be slow, and what these may make the server hold.
///
/// Each takes memory, and one of the files that the process may have open at a time. Were there none of these left,
/// the spool could not open its next file, and those who only hold connections would keep hits from being recorded.
///
/// Every event loop has the same share, since connections go to the loops in turn. So a [Crowd] needs no lock, and
/// whoever has to go goes before the next one comes.
@Singleton
final class ConnectionLimit {

    /// An idle one takes 2 KiB of the heap, and one read at most waits for the disk: [#LARGEST_READ].
    private static final int MOST = 8_192;

    /// One that takes nothing makes the server hold [#MOST_UNTAKEN] and one answer more; heads that have not come to
    /// their end are a few hundred KiB of the heap at worst.
    private static final int MOST_SLOW = 256;

    /// Bytes of requests that have not come to their end, all together.
    private static final int MOST_HELD = 8 * 1024 * 1024;

    /// Bytes. Nearly every request for a pixel is smaller.
    static final int LARGEST_READ = 2 * 1024;

    /// Bytes of answers, from which on no further request of a connection is served.
    static final int MOST_UNTAKEN = 16 * 1024;

    /// Jars, sockets of the database, files of the spool and what the JVM itself needs.
    private static final int FILES_OF_OURS = 256;

    private final int most;
    private final int mostSlow;
    private final ConcurrentMap<EventLoop, Crowd> crowds = new ConcurrentHashMap<>();

    @Inject
    ConnectionLimit(
            @Value("${mailtrack.connections.most:0}") int most,
            @Value("${mailtrack.connections.most-slow:" + MOST_SLOW + "}") int mostSlow) {
        this.most = most > 0 ? most : mostWith(filesAllowed());
        this.mostSlow = mostSlow;
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

    /// From now on this is one of the connections; another one is closed for it if there are too many.
    Place admit(Channel channel) {
        return crowds.computeIfAbsent(channel.eventLoop(), this::crowd).admit(channel);
    }

    private Crowd crowd(EventLoop loop) {
        int loops = loops(loop.parent());
        return new Crowd(share(most, loops), share(mostSlow, loops), share(MOST_HELD, loops));
    }

    private static int share(int all, int loops) {
        return Math.max(1, all / loops);
    }

    private static int loops(@Nullable EventLoopGroup group) {
        int loops = 0;
        if (group != null) {
            for (EventExecutor _ : group) {
                loops++;
            }
        }
        return Math.max(1, loops);
    }
}
