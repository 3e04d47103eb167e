package com.tachyonfuture.mailtrack.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.form.UploadedPiece;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RequestDeadlineTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void timeStandsStill() {
        var deadline = new RequestDeadline(new Crowd(1, 1, Long.MAX_VALUE).admit(channel));
        channel.pipeline().addLast(deadline.bytes(), new HttpServerCodec(), deadline.requests());
        channel.freezeTime();
    }

    @Test
    void aRequestThatDripsIsEnded() {
        send("GET / HTTP/1.1\r\n");
        for (int i = 1; i < RequestDeadline.LONGEST; i++) {
            pass(1);
            send("X-" + i + ": y\r\n");
        }
        assertThat(channel.isOpen()).isTrue();

        pass(1);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aBodyThatDripsIsEndedToo() {
        send("POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
        for (int i = 1; i < RequestDeadline.LONGEST; i++) {
            pass(1);
            send("x");
        }

        pass(1);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aRequestThatComesToItsEndInTimeIsServed() {
        send("GET / HTTP/1.1\r\n");
        pass(RequestDeadline.LONGEST - 1);
        send("Host: x\r\n\r\n");

        pass(2 * RequestDeadline.LONGEST);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void anUploadHasItsTimeForEachPieceThatIsTaken() {
        send("POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
        for (int i = 0; i < 5; i++) {
            pass(RequestDeadline.LONGEST - 1);
            send("x");
            channel.pipeline().fireUserEventTriggered(new UploadedPiece(1));
        }
        assertThat(channel.isOpen()).isTrue();

        pass(RequestDeadline.LONGEST);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void eachRequestHasItsOwnTime() {
        for (int i = 0; i < 5; i++) {
            send("GET / HTTP/1.1\r\n");
            pass(RequestDeadline.LONGEST / 2);
            send("\r\n");
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aRequestInOneReadNeedsNoTimer() {
        send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(channel.runScheduledPendingTasks()).isNegative();
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
