package com.tachyonfuture.mailtrack.outbound.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A segment as the program wrote it before hits had signs, which an upgrade may find.
final class OldSpoolTest {

    private static final byte[] HEADER = bytes("""
        4d61696c48697401b5759ed25dc54854959628001a4ec9b30000000000000000b05668c136db1ac1db9e170200000000\
        """);

    private static final byte[] RECORDS = bytes("""
        871269de000000640000000001000000006b003640075bca0004c0000201002431313131313131312d313131312d3431
        31312d383131312d313131313131313131313131000f5468756e646572626972642f313238001968747470733a2f2f6d
        61696c2e6578616d706c652e636f6d2f265ce98c000000330000000101000000006b003641075bca001020010db80000
        000000000000000000010003616263000c4772c3bcc39f6520f09f9880ffffbfebe80600000015000000020100000000
        6b003642075bca0000000161ffffffff\
        """);

    private static final Set<Sign> NOT_KEPT = Set.of(Sign.HEADERS_NOT_KEPT);

    private static final List<Hit> HITS = List.of(
            new Hit(
                    new TrackId("11111111-1111-4111-8111-111111111111"),
                    Samples.NOON,
                    IpAddress.parse("192.0.2.1").orElseThrow(),
                    "Thunderbird/128",
                    "https://mail.example.com/",
                    NOT_KEPT),
            new Hit(
                    new TrackId("abc"),
                    Samples.NOON.plusSeconds(1),
                    IpAddress.parse("2001:db8::1").orElseThrow(),
                    "Grüße 😀",
                    null,
                    NOT_KEPT),
            new Hit(new TrackId("a"), Samples.NOON.plusSeconds(2), null, null, null, NOT_KEPT));

    @TempDir
    private Path folder;

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace("\n", ""));
    }

    @Test
    void itsHitsAreRecordedAndNewOnesAfterThem() throws IOException {
        var segment = ByteBuffer.allocate(32 * 1024);
        segment.put(0, HEADER).put(2_048, HEADER).put(4_096, RECORDS);
        Files.write(folder.resolve("0000000000000000000.hits"), segment.array());
        var reports = new ArrayList<String>();
        FileHitSpool spool = NumberedHits.open(folder, reports);
        var marked = new Hit(new TrackId("b"), Samples.NOON, null, null, null, Set.of(Sign.OWNERS_BROWSER));
        spool.append(marked).toCompletableFuture().join();

        List<Hit> old = drain(spool);
        List<Hit> ours = drain(spool);

        assertThat(old).isEqualTo(HITS);
        assertThat(ours).containsExactly(marked);
        assertThat(reports).isEmpty();
        spool.release();
    }

    private static List<Hit> drain(FileHitSpool spool) {
        var batch = spool.next(10);
        spool.acknowledge(batch.end());
        return batch.hits();
    }
}
