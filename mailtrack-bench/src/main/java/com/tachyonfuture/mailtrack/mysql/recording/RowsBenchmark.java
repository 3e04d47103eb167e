package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.bench.SampleHits;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The drain's own steps for `bin/bench`, without those of the database: it lies in their package to see them.
/// Times are per hit of a batch.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class RowsBenchmark {

    private static final int TOGETHER = 4_000;
    private static final int TRACKS = 200;

    private static final Judge UNJUDGED = Judging.none().oneByOne();

    private static final RecentViews NO_REPEATS = new RecentViews(Duration.ZERO);

    private List<Hit> hits;
    private Connection connection;
    private KnownTracks tracks;
    private NewOpens opens;

    /// JMH makes it.
    public RowsBenchmark() {}

    /// Makes a batch whose tracks are all there.
    @Setup
    public void makeBatch() throws SQLException {
        List<String> ids = Stream.generate(() -> UUID.randomUUID().toString())
                .limit(TRACKS)
                .toList();
        SampleHits samples = SampleHits.of(ids, Instant.parse("2026-11-20T10:00:00Z"));
        hits = IntStream.range(0, TOGETHER).mapToObj(samples::hit).toList();
        connection = NoDatabase.withTracks(ids);
        tracks = KnownTracks.lock(connection, samples.tracks());
        opens = NewOpens.of(hits, tracks, UNJUDGED);
        opens.markRepeats(connection, NO_REPEATS);
        if (opens.size() != TOGETHER) {
            throw new IllegalStateException("hits without a track");
        }
    }

    /// Hits to rows, and what they add to the counters and rollups.
    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public Object prepareRows() throws SQLException {
        NewOpens prepared = NewOpens.of(hits, tracks, UNJUDGED);
        prepared.markRepeats(connection, NO_REPEATS);
        return prepared;
    }

    /// Rows to the text of statements, which nobody executes.
    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public int writeInserts() throws SQLException {
        opens.insert(connection);
        return opens.size();
    }
}
