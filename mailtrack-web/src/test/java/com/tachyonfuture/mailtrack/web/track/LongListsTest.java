package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of things that are as long as they can be. The direct memory that all connections share is 64 MiB where
/// Mailtrack runs as it is shipped, and pixels are served from it too.
final class LongListsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ByteBufAllocatorMetricProvider BUFFERS =
            (ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT;
    private static final long SHARED = 24 * 1024 * 1024;

    /// Six times as long in JSON.
    private static final String LONGEST_NOTES = "\u0001".repeat(TrackDetails.LONGEST_NOTES_BYTES);

    @RegisterExtension
    final WebServer server = new WebServer();

    private final AtomicLong mostTaken = new AtomicLong();

    private void addTracks(int count) {
        for (int i = 1; i <= count; i++) {
            server.add(Samples.track(i, new TrackDetails("reader@example.com", "Offer", LONGEST_NOTES, null)));
        }
    }

    private HttpResponse<InputStream> begin(String path, String... headers) throws Exception {
        var request = server.api(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    }

    private long length(String path) throws Exception {
        var response = begin(path);
        assertThat(response.statusCode()).isEqualTo(200);
        try (InputStream body = response.body()) {
            long length = 0;
            var some = new byte[64 * 1024];
            for (int read = body.read(some); read >= 0; read = body.read(some)) {
                length += read;
                mostTaken.accumulateAndGet(BUFFERS.metric().usedDirectMemory(), Math::max);
            }
            return length;
        }
    }

    private void assertServedInParallel(String path, long atLeast) throws Exception {
        List<Future<Long>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Long> ask = () -> length(path);
            answers = threads.invokeAll(List.of(ask, ask, ask, ask));
        }
        for (var answer : answers) {
            assertThat(answer.get()).isGreaterThan(atLeast);
        }
        assertThat(mostTaken.get()).isPositive().isLessThan(SHARED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tracks?limit=1000", "/api/export/tracks.json"})
    void fourAtATimeTakeLittleMemory(String path) throws Exception {
        addTracks(300);

        assertServedInParallel(path, 300L * 6 * TrackDetails.LONGEST_NOTES_BYTES);
    }

    @Test
    void tablesTakeLittleMemoryToo() throws Exception {
        addTracks(300);

        assertServedInParallel("/api/export/tracks.csv", 300L * TrackDetails.LONGEST_NOTES_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/opens?limit=1000"})
    void opensDoTheSame(String path) throws Exception {
        var track = Samples.track(1);
        server.add(track);
        server.record(IntStream.range(0, 1_000)
                .mapToObj(_ -> new Hit(track.id(), Samples.NOON, null, "\u0001".repeat(1_000), "\u0001".repeat(2_000)))
                .toArray(Hit[]::new));

        assertServedInParallel("/api/tracks/" + track.id() + path, 1_000 * 6 * 3_000);
    }

    @Test
    void pageFollowsPageInOrder() {
        addTracks(143);

        var found = new ArrayList<Object>();
        String next = WebServer.BASE_URL + "/api/tracks?limit=71";
        while (next != null) {
            var response = server.get(next.substring(WebServer.BASE_URL.length()));
            WebServer.array(response).forEach(track -> found.add(track.get("id")));
            next = response.headers().firstValue("X-Next-Page").orElse(null);
        }

        assertThat(found)
                .isEqualTo(IntStream.rangeClosed(1, 143)
                        .mapToObj(i -> (Object) Samples.id(144 - i).value())
                        .toList());
    }

    @Test
    void theyArePackedToo() throws Exception {
        addTracks(100);

        var response = begin("/api/tracks", "Accept-Encoding", "gzip");

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var unpacked = new GZIPInputStream(response.body())) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .hasSizeGreaterThan(100 * 6 * TrackDetails.LONGEST_NOTES_BYTES)
                    .endsWith("}]");
        }
    }

    @Test
    void anAnswerThatCannotBeEndedIsNotTakenForOneThatHas() throws Exception {
        addTracks(300);
        var response = begin("/api/tracks?limit=1000");
        response.body().readNBytes(100);

        server.storage().goDown();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(response.body()::readAllBytes).isInstanceOf(IOException.class);
    }

    @Test
    void whoGoesAwayLeavesNothingRunning() throws Exception {
        addTracks(300);
        var response = begin("/api/tracks?limit=1000");
        response.body().readNBytes(100);

        response.body().close();

        assertThat(server.get("/api/tracks?limit=1").statusCode()).isEqualTo(200);
    }
}
