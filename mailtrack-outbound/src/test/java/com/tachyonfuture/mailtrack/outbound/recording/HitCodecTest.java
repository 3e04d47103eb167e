package com.tachyonfuture.mailtrack.outbound.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HitCodecTest {

    static Hit[] hits() {
        return new Hit[] {
            Samples.hit(Samples.track(1)),
            new Hit(new TrackId("a"), Instant.EPOCH, null, null, null),
            new Hit(new TrackId("ÄÖ/%\u0000 x"), Instant.MIN, IpAddress.of(new byte[4]), "", ""),
            new Hit(new TrackId("A"), Instant.MAX, IpAddress.of(bytes(16)), "ua", null),
            new Hit(new TrackId("a"), Samples.NOON, null, null, null, Set.of(Sign.OWNERS_BROWSER)),
            new Hit(new TrackId("a"), Samples.NOON, null, null, null, Set.of(Sign.DECLARED_PREFETCH, Sign.WANTS_IMAGE)),
            longest()
        };
    }

    private static Hit longest() {
        return new Hit(
                new TrackId("\uD83D\uDE00".repeat(36)),
                Samples.NOON,
                IpAddress.of(bytes(16)),
                "\uD83D\uDE00".repeat(Hit.LONGEST_USER_AGENT),
                "\uD83D\uDE00".repeat(Hit.LONGEST_REFERER),
                Set.of(Sign.values()));
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @MethodSource("hits")
    void aHitComesBackAsItWas(Hit hit) {
        ByteBuffer bytes = encoded(hit);

        Hit back = HitCodec.decode(bytes).orElseThrow();

        assertThat(back).isEqualTo(hit);
        assertThat(back.trackId().value()).isEqualTo(hit.trackId().value());
    }

    @Test
    void noHitIsLongerOrShorterThanTheLimits() {
        assertThat(encoded(longest()).remaining()).isLessThanOrEqualTo(HitCodec.LONGEST);
        assertThat(encoded(new Hit(new TrackId("a"), Instant.EPOCH, null, null, null))
                        .remaining())
                .isEqualTo(HitCodec.SHORTEST + 1);
    }

    /// As versions before the signs wrote it; such may lie on a disk for as long as a database is away.
    @Test
    void aHitOfTheFirstVersionIsReadAsOneWhoseHeadersWereNotKept() {
        var written = ByteBuffer.wrap(HexFormat.of()
                .parseHex("01" + "000000006a1fe7f0" + "0757f1c8" + "04" + "c0000201" + "0003" + "616263" + "0002"
                        + "7561" + "ffff"));

        assertThat(HitCodec.decode(written))
                .contains(new Hit(
                        new TrackId("abc"),
                        Instant.ofEpochSecond(0x6a1fe7f0L, 0x0757f1c8),
                        IpAddress.parse("192.0.2.1").orElseThrow(),
                        "ua",
                        null,
                        Set.of(Sign.HEADERS_NOT_KEPT)));
    }

    @Test
    void theShortestHitOfTheFirstVersionIsNotTooShort() {
        var written =
                ByteBuffer.wrap(HexFormat.of().parseHex("01" + "00".repeat(13) + "0001" + "61" + "ffff" + "ffff"));

        assertThat(written.remaining()).isEqualTo(HitCodec.SHORTEST);
        assertThat(HitCodec.decode(written))
                .contains(new Hit(new TrackId("a"), Instant.EPOCH, null, null, null, Set.of(Sign.HEADERS_NOT_KEPT)));
    }

    @Test
    void signsOfALaterVersionAreNotUnderstood() {
        ByteBuffer bytes = encoded(Samples.hit(Samples.track(1))).put(1, (byte) 16);

        assertThat(HitCodec.decode(bytes)).isEmpty();
    }

    @Test
    void anotherVersionIsNotUnderstood() {
        ByteBuffer bytes = encoded(Samples.hit(Samples.track(1))).put(0, (byte) 3);

        assertThat(HitCodec.decode(bytes)).isEmpty();
    }

    @Test
    void bytesOfAnyKindAreNoHitRatherThanAFault() {
        ByteBuffer whole = encoded(Samples.hit(Samples.track(1)));
        var random = new Random(42);

        for (int i = 0; i < 20_000; i++) {
            ByteBuffer changed = ByteBuffer.allocate(whole.limit()).put(whole.duplicate());
            changed.put(1 + random.nextInt(whole.limit() - 1), (byte) random.nextInt());
            changed.flip().limit(random.nextInt(whole.limit()));
            assertThat(HitCodec.decode(changed)).isEmpty();
        }
    }

    private static ByteBuffer encoded(Hit hit) {
        ByteBuffer bytes = ByteBuffer.allocate(HitCodec.LONGEST);
        HitCodec.encode(hit, bytes);
        return bytes.flip();
    }
}
