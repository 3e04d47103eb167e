package com.tachyonfuture.mailtrack.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients that ask and never read their answers make the server hold.
final class GreedyConnectionsTest {

    private static final int GREEDY = 1_500;

    /// Half of what the JVM that we ship has outside of its heap.
    private static final long HALF_OF_DIRECT_MEMORY = 32 * 1024 * 1024;

    /// Its id is too long, so nothing of it is kept: it is not the spool of the test that is to be filled.
    private static final String NOBODYS_PIXEL =
            "/p/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.gif";

    @RegisterExtension
    final WebServer server = new WebServer();

    private final List<SocketChannel> greedy = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (SocketChannel channel : greedy) {
            channel.close();
        }
    }

    private SocketChannel connect() throws IOException {
        var channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 1024);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        channel.configureBlocking(false);
        return channel;
    }

    /// As much as goes; the server may have closed it for another.
    private static int fill(SocketChannel channel, ByteBuffer requests) {
        try {
            return channel.isOpen() ? channel.write(requests.duplicate()) : 0;
        } catch (IOException closed) {
            return 0;
        }
    }

    /// By all servers of this JVM, of which earlier ones may have left some.
    private static long used() {
        return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                .metric()
                .usedDirectMemory();
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODYS_PIXEL, "/assets/css/pages.css"})
    void theyTakeLittleMemoryAndKeepNobodyFromBeingServed(String path) throws IOException {
        byte[] requests =
                ("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").repeat(2_000).getBytes(StandardCharsets.US_ASCII);
        long before = used();
        for (int i = 0; i < GREEDY; i++) {
            greedy.add(connect());
            fill(greedy.getLast(), ByteBuffer.wrap(requests));
        }
        var sent = new AtomicInteger();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            sent.set(0);
            greedy.forEach(channel -> sent.addAndGet(fill(channel, ByteBuffer.wrap(requests))));
            return sent.get() == 0;
        });

        assertThat(used()).isPositive();
        assertThat(used() - before).isLessThan(HALF_OF_DIRECT_MEMORY);
        try (Wire reader = server.connect()) {
            String pixel = "GET /p/" + Samples.id(2) + ".gif HTTP/1.1\r\nHost: x\r\n\r\n";
            assertThat(reader.send(pixel).read().body()).hasSize(43);
        }
        assertThat(server.spool().hits()).anyMatch(hit -> hit.trackId().equals(Samples.id(2)));
    }
}
