package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.bench.SampleHits;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Limits;
import com.tachyonfuture.mailtrack.outbound.recording.FileHitSpool.Sync;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
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
import org.openjdk.jmh.annotations.TearDown;

/// The spool's parts for `bin/bench`: it lies in the spool's package to see them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class SpoolBenchmark {

    private static final int TOGETHER = 256;
    private static final int SEGMENT = 16 * 1024 * 1024;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(HitCodec.LONGEST);
    private final ByteBuffer encoded = ByteBuffer.allocateDirect(HitCodec.LONGEST);
    private List<Hit> hits;
    private Path folder;
    private FileHitSpool spool;

    /// JMH makes it.
    public SpoolBenchmark() {}

    /// Opens a spool in a folder of its own.
    @Setup
    public void open() throws IOException {
        var samples = SampleHits.of(List.of(UUID.randomUUID().toString()), Instant.now());
        hits = IntStream.range(0, TOGETHER).mapToObj(samples::hit).toList();
        HitCodec.encode(hits.getFirst(), encoded);
        encoded.flip();
        folder = Files.createTempDirectory("mailtrack-bench");
        spool = FileHitSpool.open(
                folder,
                new Limits(1_000_000, 8L * SEGMENT, SEGMENT),
                new Sync(Duration.ofMillis(50)),
                System.err::println);
    }

    /// Closes it and deletes the folder.
    @TearDown
    public void close() throws IOException {
        spool.release();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// A hit to bytes.
    @Benchmark
    public int encodeHit() {
        HitCodec.encode(hits.getFirst(), buffer.clear());
        return buffer.position();
    }

    /// And back.
    @Benchmark
    public Optional<Hit> decodeHit() {
        return HitCodec.decode(encoded.rewind());
    }

    /// A hit's whole way through the spool, without forcing the disk: in, written, out, forgotten.
    @Benchmark
    @OperationsPerInvocation(TOGETHER)
    public long throughSpool() {
        CompletionStage<Receipt> last = null;
        for (Hit hit : hits) {
            last = spool.append(hit);
        }
        if (last.toCompletableFuture().join() != Receipt.KEPT) {
            throw new IllegalStateException("the spool did not keep a hit");
        }
        Batch batch = spool.next(TOGETHER);
        spool.acknowledge(batch.end());
        return batch.end();
    }
}
