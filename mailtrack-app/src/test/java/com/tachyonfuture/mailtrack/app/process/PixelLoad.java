package com.tachyonfuture.mailtrack.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Readers who fetch one pixel after the other, each over a connection of its own, until they are told to stop.
/// They take a short breath after each, so that a program that is just starting gets its share of the processor.
/// A service that is gone is asked again and again until it is back.
final class PixelLoad implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration BREATH = Duration.ofMillis(1);
    private static final Duration BETWEEN_CONNECTIONS = Duration.ofMillis(5);
    private static final int READERS = 4;

    private final String name;
    private final int port;
    private final List<String> tracks;
    private final String referer;
    private final List<Thread> readers;
    private final Queue<Fetch> fetches = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrongAnswers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean over;

    private PixelLoad(String name, int port, List<String> tracks, String referer) {
        this.name = name;
        this.port = port;
        this.tracks = tracks;
        this.referer = referer;
        this.readers = IntStream.range(0, READERS)
                .mapToObj(number -> Thread.ofVirtual().unstarted(() -> read(name + number)))
                .toList();
    }

    /// @param name what no other load on the same database is called
    static PixelLoad on(int port, List<String> tracks, String name) {
        return on(port, tracks, name, "");
    }

    /// @param referer sent with each request
    static PixelLoad on(int port, List<String> tracks, String name, String referer) {
        var load = new PixelLoad(name, port, tracks, referer);
        load.readers.forEach(Thread::start);
        return load;
    }

    private void read(String reader) {
        int number = 0;
        while (!over) {
            try (var connection = PixelConnection.to(port)) {
                while (!over && fetch(connection, reader, number)) {
                    number++;
                    LockSupport.parkNanos(BREATH.toNanos());
                }
                number++;
            } catch (IOException refused) {
                refusals.incrementAndGet();
                LockSupport.parkNanos(BETWEEN_CONNECTIONS.toNanos());
            }
        }
    }

    /// False when the connection is of no more use.
    private boolean fetch(PixelConnection connection, String reader, int number) {
        String track = tracks.get(number % tracks.size());
        Instant sentAt = Instant.now();
        long start = System.nanoTime();
        Instant answeredAt = null;
        try {
            connection.fetch(track, Fetch.marker(reader, number), referer);
            answeredAt = Instant.now();
            answers.incrementAndGet();
        } catch (PixelConnection.WrongAnswer wrong) {
            wrongAnswers.add(String.valueOf(wrong.getMessage()));
        } catch (IOException broken) {
            // The service has gone, or has closed the connection.
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        fetches.add(new Fetch(reader, number, track, sentAt, answeredAt, took));
        return answeredAt != null;
    }

    /// Waits until so many more images have arrived.
    void awaitAnswers(int more) {
        int target = answers.get() + more;
        await("answers to " + name)
                .atMost(ANSWERS_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> answers.get() >= target);
    }

    /// What was asked for; all of it after [#stop()].
    List<Fetch> fetches() {
        return new ArrayList<>(fetches);
    }

    void assertThatAllAnswersWereTheImage() {
        assertThat(wrongAnswers).isEmpty();
        assertThat(fetches).filteredOn(Fetch::isAcknowledged).isNotEmpty();
    }

    /// For a service that ran all the time.
    void assertThatAllWasAnswered() {
        assertThatAllAnswersWereTheImage();
        assertThat(fetches).allMatch(Fetch::isAnswered);
        assertThat(refusals).hasValue(0);
    }

    /// Returns when the last answer is there.
    void stop() throws InterruptedException {
        over = true;
        for (Thread reader : readers) {
            reader.join();
        }
        System.out.println("*** " + this);
    }

    @Override
    public void close() {
        over = true;
    }

    @Override
    public String toString() {
        List<Fetch> all = fetches();
        return all.size() + " requests of " + name + ": "
                + all.stream().filter(Fetch::isAcknowledged).count() + " acknowledged, "
                + all.stream().filter(fetch -> !fetch.isAnswered()).count() + " not answered";
    }
}
