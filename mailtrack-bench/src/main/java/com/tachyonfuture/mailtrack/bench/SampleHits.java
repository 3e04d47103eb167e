package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Hits as they might come: of many tracks, from many addresses, by a few mail programs, a hundred a second.
///
/// @param firstAt when the first of them came
public record SampleHits(List<TrackId> tracks, Instant firstAt) {

    private static final int READERS = 100_000;
    private static final Duration PACE = Duration.ofMillis(10);

    private static final List<String> USER_AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
                    + " Safari/537.36",
            "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
            "Mozilla/5.0",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Mobile/15E148",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)",
            "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
            "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html");

    /// Hits of tracks with these ids.
    public static SampleHits of(List<String> ids, Instant firstAt) {
        return new SampleHits(ids.stream().map(TrackId::new).toList(), firstAt);
    }

    /// Those that end now.
    static SampleHits untilNow(List<String> ids, int hits) {
        return of(ids, Instant.now().minus(PACE.multipliedBy(hits)));
    }

    /// One of them.
    public Hit hit(int number) {
        int reader = number % READERS;
        return new Hit(
                tracks.get(reader * 31 % tracks.size()),
                firstAt.plus(PACE.multipliedBy(number)),
                address(reader),
                userAgent(reader),
                null);
    }

    /// What a reader reads with.
    static String userAgent(long reader) {
        return USER_AGENTS.get(Math.floorMod(reader, USER_AGENTS.size()));
    }

    /// No two readers share one: an odd factor gives each number below 2^24 another one.
    private static IpAddress address(int reader) {
        int bits = (int) (reader * 2_654_435_761L & 0xff_ffff);
        return IpAddress.of(
                ByteBuffer.allocate(Integer.BYTES).putInt(81 << 24 | bits).array());
    }
}
