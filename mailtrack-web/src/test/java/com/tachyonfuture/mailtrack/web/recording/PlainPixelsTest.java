package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.server.ScriptedSpool;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is held on one connection, what is read, and what others get to see. The test plays both ends.
final class PlainPixelsTest {

    private final ScriptedSpool spool = new ScriptedSpool();
    private final CountedReads reads = new CountedReads();
    private final EmbeddedChannel channel = new EmbeddedChannel(reads);

    private static final class CountedReads extends ChannelOutboundHandlerAdapter {

        private int count;

        @Override
        public void read(ChannelHandlerContext context) {
            count++;
            context.read();
        }
    }

    @BeforeEach
    void addTheHandler() {
        channel.config().setAutoRead(false);
        channel.pipeline()
                .addLast(new PlainPixels(
                        Pixels.hits(spool), new PlainRequestReader(), new Answers(channel.eventLoop())));
        reads.count = 0;
    }

    @AfterEach
    void leaveNothing() {
        channel.finishAndReleaseAll();
    }

    private static String pixel(String id) {
        return "GET /p/" + id + ".gif HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    private ByteBuf receive(String text) {
        ByteBuf bytes = Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
        channel.writeInbound(bytes);
        return bytes;
    }

    private int answers() {
        int count = 0;
        for (Object answer = channel.readOutbound(); answer != null; answer = channel.readOutbound()) {
            count++;
        }
        return count;
    }

    private String passedOn() {
        ByteBuf bytes = channel.readInbound();
        String text = bytes == null ? "" : bytes.toString(StandardCharsets.US_ASCII);
        if (bytes != null) {
            bytes.release();
        }
        return text;
    }

    private CompletableFuture<Receipt> keepWaiting() {
        var receipt = new CompletableFuture<Receipt>();
        spool.answer(() -> receipt);
        return receipt;
    }

    @Test
    void nobodyElseSeesThem() {
        receive(pixel("a") + pixel("b"));

        assertThat(answers()).isEqualTo(2);
        assertThat(passedOn()).isEmpty();
    }

    @Test
    void oneIsRecordedWhenTheOneBeforeIsAnswered() {
        CompletableFuture<Receipt> receipt = keepWaiting();
        receive(pixel("a") + pixel("b"));
        assertThat(spool.hits()).hasSize(1);
        assertThat(answers()).isZero();

        receipt.complete(Receipt.KEPT);

        assertThat(spool.hits()).extracting(Hit::trackId).containsExactly(new TrackId("a"), new TrackId("b"));
        assertThat(answers()).isEqualTo(2);
    }

    @Test
    void nothingMoreIsReadWhileSomethingIsHeld() {
        CompletableFuture<Receipt> receipt = keepWaiting();
        receive(pixel("a"));
        int afterOne = reads.count;
        receive(pixel("b"));
        int afterTwo = reads.count;

        receipt.complete(Receipt.KEPT);

        assertThat(afterOne).as("the end of the connection has to be seen").isEqualTo(1);
        assertThat(afterTwo).isEqualTo(1);
        assertThat(reads.count).isEqualTo(2);
    }

    @Test
    void whoDoesNotReadHisAnswersIsNotReadFrom() {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);

        receive(pixel("a"));
        assertThat(spool.hits()).isEmpty();
        assertThat(reads.count).isZero();

        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
        channel.runPendingTasks();
        assertThat(spool.hits()).hasSize(1);
        assertThat(answers()).isEqualTo(1);
        assertThat(reads.count).isEqualTo(1);
    }

    @Test
    void theFirstOtherRequestIsPassedOnWithAllThatFollows() {
        CompletableFuture<Receipt> receipt = keepWaiting();
        receive(pixel("a") + "GET / HTTP/1.1\r\n\r\n" + pixel("b"));
        assertThat(passedOn()).isEmpty();

        receipt.complete(Receipt.KEPT);

        assertThat(answers()).isEqualTo(1);
        assertThat(passedOn()).isEqualTo("GET / HTTP/1.1\r\n\r\n" + pixel("b"));
        receive(pixel("c"));
        assertThat(passedOn()).isEqualTo(pixel("c"));
        assertThat(spool.hits()).hasSize(1);
    }

    @Test
    void aRequestThatIsNotWholeIsPassedOn() {
        receive(pixel("a").substring(0, 20));

        assertThat(passedOn()).isEqualTo(pixel("a").substring(0, 20));
    }

    @Test
    void manyAtOnceNeedNoMoreOfTheStackThanOne() {
        receive(pixel("a").repeat(20_000));

        assertThat(answers()).isEqualTo(20_000);
    }

    @Test
    void whatIsHeldIsLetGoWithTheConnection() {
        CompletableFuture<Receipt> receipt = keepWaiting();
        ByteBuf bytes = receive(pixel("a") + pixel("b"));
        assertThat(bytes.refCnt()).isEqualTo(1);

        channel.close().syncUninterruptibly();
        assertThat(bytes.refCnt()).isZero();

        receipt.complete(Receipt.KEPT);
        assertThat(spool.hits()).hasSize(1);
        assertThat(answers()).isZero();
    }

    @Test
    void whatWasReadIsLetGo() {
        assertThat(receive(pixel("a")).refCnt()).isZero();
    }
}
