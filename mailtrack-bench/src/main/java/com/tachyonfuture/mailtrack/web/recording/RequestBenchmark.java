package com.tachyonfuture.mailtrack.web.recording;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The reading of a request for `bin/bench`: it lies in the reader's package to see it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RequestBenchmark {

    private final PlainRequestReader reader = new PlainRequestReader();
    private final ByteBuf request = Unpooled.directBuffer().writeBytes("""
        GET /p/9b2f8a1e-6d0c-4a53-8f37-2d1c5e7b9a40.gif HTTP/1.1\r
        Host: mail.example.org\r
        X-Forwarded-For: 81.7.3.250\r
        User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0\r
        Accept: image/avif,image/webp,*/*;q=0.8\r
        Accept-Encoding: gzip, deflate, br\r
        \r
        """.getBytes(StandardCharsets.US_ASCII));

    /// JMH makes it.
    public RequestBenchmark() {}

    /// Bytes to what a request for a pixel says.
    @Benchmark
    public Object readRequest() {
        request.readerIndex(0);
        return reader.read(request).orElseThrow();
    }
}
