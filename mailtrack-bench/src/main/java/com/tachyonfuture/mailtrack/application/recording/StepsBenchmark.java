package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.recording.RecordOpen.Outcome;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.HitPace;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The steps from a request to the spool for `bin/bench`: it lies in their package to see them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StepsBenchmark {

    private static final TrustedProxies PROXIES =
            new TrustedProxies(Stream.of("127.0.0.1/32", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
                    .map(Cidr::parse)
                    .toList());

    private final IpAddress peer = IpAddress.parse("127.0.0.1").orElseThrow();
    private final IpAddress reader = IpAddress.parse("81.7.3.250").orElseThrow();
    private final HitLimit limit = HitLimit.of(new HitPace(HitPace.MOST, HitPace.MOST), PROXIES, 42, System::nanoTime);
    private final RecordOpen recordOpen =
            new RecordOpen(new OpenSpool(), InstantSource.system(), new HitCounts(), limit);

    private final String id = "9b2f8a1e-6d0c-4a53-8f37-2d1c5e7b9a40";
    private final String forwardedFor = "81.7.3.250";
    private final String forwardedForIpv6 = "2001:db8:85a3::8a2e:370:7334";
    private final String userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0";

    /// JMH makes it.
    public StepsBenchmark() {}

    /// A track's id.
    @Benchmark
    public Optional<TrackId> parseId() {
        return TrackId.parse(id);
    }

    /// Who sent a request, by its headers.
    @Benchmark
    public Optional<IpAddress> findReader() {
        return PROXIES.clientOf(peer, forwardedFor, null);
    }

    /// The same of an IPv6 address.
    @Benchmark
    public Optional<IpAddress> findReaderIpv6() {
        return PROXIES.clientOf(peer, forwardedForIpv6, null);
    }

    /// Whether its address sends too many.
    @Benchmark
    public boolean checkLimit() {
        return limit.allows(reader);
    }

    /// All of the use case, into a spool that does nothing.
    @Benchmark
    public CompletionStage<Outcome> recordOpen() {
        return recordOpen.from(new RecordOpen.Request(id, reader, userAgent, null));
    }

    /// Keeps nothing, and says that it does.
    private static final class OpenSpool implements HitSpool {

        private static final CompletionStage<Receipt> KEPT = CompletableFuture.completedStage(Receipt.KEPT);

        @Override
        public CompletionStage<Receipt> append(Hit hit) {
            return KEPT;
        }

        @Override
        public Batch next(int limit) {
            return new Batch("none", 0, List.of());
        }

        @Override
        public void acknowledge(long position) {}

        @Override
        public long depth() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
