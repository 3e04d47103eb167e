package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import com.tachyonfuture.mailtrack.web.server.ScriptedSpool;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the handler holds, and for how long. The test plays both the connection and the framework.
final class PixelHandlerTest {

    private final ScriptedSpool spool = new ScriptedSpool();
    private final CompletableFuture<Receipt> receipt = new CompletableFuture<>();
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
        channel.pipeline().addLast(new PixelHandler(Pixels.hits(spool), new Answers(channel.eventLoop())));
    }

    @BeforeEach
    void keepHitsWaiting() {
        spool.answer(() -> receipt);
    }

    @AfterEach
    void leaveNothing() {
        channel.finishAndReleaseAll();
    }

    private void receive(String path) {
        channel.writeInbound(
                new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path), LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void frameworkAnswers() {
        channel.writeOutbound(new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER));
        channel.runPendingTasks();
    }

    private boolean frameworkHasRequest() {
        Object first = channel.readInbound();
        Object last = channel.readInbound();
        return first instanceof HttpRequest && last instanceof LastHttpContent;
    }

    @Test
    void nothingMoreIsReadWhileSomethingIsHeld() {
        receive("/p/a.gif");
        receive("/p/b.gif");
        int before = reads.count;

        channel.read();

        assertThat(reads.count).isEqualTo(before);
        receipt.complete(Receipt.KEPT);
        assertThat(reads.count).isGreaterThan(before);
        assertThat(spool.hits()).hasSize(2);
    }

    @Test
    void nothingMoreIsReadWhileTheRestIsStillHeld() {
        receive("/p/a.gif");
        receive("/api/stats");
        receive("/p/b.gif");
        int before = reads.count;

        receipt.complete(Receipt.KEPT);

        assertThat(frameworkHasRequest()).isTrue();
        assertThat(reads.count).isEqualTo(before);
        frameworkAnswers();
        assertThat(spool.hits()).hasSize(2);
        assertThat(reads.count).isGreaterThan(before);
    }

    @Test
    void theFrameworkGetsNothingBeforeThePixelIsAnswered() {
        receive("/p/a.gif");
        receive("/api/stats");

        assertThat(frameworkHasRequest()).isFalse();
        receipt.complete(Receipt.KEPT);
        assertThat(frameworkHasRequest()).isTrue();
    }

    @Test
    void thePixelIsServedAfterASecondWhateverTheSpoolDoes() {
        channel.freezeTime();
        receive("/p/a.gif");
        channel.advanceTimeBy(999, TimeUnit.MILLISECONDS);
        channel.runPendingTasks();
        assertThat(channel.<Object>readOutbound()).isNull();

        channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
        channel.runPendingTasks();

        assertThat(channel.<Object>readOutbound()).isInstanceOf(HttpResponse.class);
        receipt.complete(Receipt.KEPT);
        assertThat(channel.<Object>readOutbound()).isNull();
    }

    @Test
    void whatIsHeldIsLetGoWithTheConnection() {
        var body = Unpooled.buffer().writeZero(9);
        receive("/p/a.gif");
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/api/tracks"));
        channel.writeInbound(new DefaultHttpContent(body));
        assertThat(body.refCnt()).isEqualTo(1);

        channel.close().syncUninterruptibly();

        assertThat(body.refCnt()).isZero();
    }
}
