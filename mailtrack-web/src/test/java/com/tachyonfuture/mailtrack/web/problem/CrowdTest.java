package com.tachyonfuture.mailtrack.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.form.UploadedPiece;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who has to go when there are too many.
final class CrowdTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\n\r\n";
    private static final String HALF = "GET / HTTP/1.1\r\n";

    private final Crowd crowd = new Crowd(3, 2, 1_000);

    private EmbeddedChannel open() {
        var channel = new EmbeddedChannel();
        Place place = crowd.admit(channel);
        var deadline = new RequestDeadline(place);
        channel.pipeline()
                .addLast(place.bytes(), deadline.bytes(), new HttpServerCodec(), place.requests(), deadline.requests());
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private static void answer(EmbeddedChannel channel) {
        answer(channel, HttpResponseStatus.NO_CONTENT);
    }

    private static void answer(EmbeddedChannel channel, HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
    }

    private static List<Boolean> areOpen(EmbeddedChannel... channels) {
        return Stream.of(channels).map(EmbeddedChannel::isOpen).toList();
    }

    @Test
    void theOneThatHasBeenIdleLongestGoesForTheOneThatComes() {
        EmbeddedChannel first = open();
        EmbeddedChannel second = open();
        EmbeddedChannel third = open();
        send(first, REQUEST);
        answer(first);

        EmbeddedChannel fourth = open();

        assertThat(areOpen(first, second, third, fourth)).containsExactly(true, false, true, true);
    }

    @Test
    void nobodyGoesWhileThereIsRoom() {
        EmbeddedChannel first = open();
        EmbeddedChannel second = open();
        open().close().syncUninterruptibly();

        EmbeddedChannel third = open();

        assertThat(areOpen(first, second, third)).containsExactly(true, true, true);
    }

    @Test
    void whoseRequestIsUnderWayStays() {
        EmbeddedChannel served = open();
        send(served, REQUEST);
        EmbeddedChannel slow = open();
        send(slow, HALF);
        EmbeddedChannel idle = open();

        EmbeddedChannel next = open();
        assertThat(areOpen(served, slow, idle, next)).containsExactly(true, true, false, true);
        send(next, REQUEST);

        EmbeddedChannel last = open();
        assertThat(areOpen(served, slow, next, last)).containsExactly(true, false, true, true);
        send(last, REQUEST);

        assertThat(open().isOpen()).as("when all are served").isFalse();
        assertThat(areOpen(served, next, last)).containsExactly(true, true, true);
    }

    @Test
    void anAnswerOnTheWayIsNotTheEndOfARequest() {
        EmbeddedChannel served = open();
        send(served, REQUEST);
        answer(served, HttpResponseStatus.CONTINUE);
        send(open(), REQUEST);
        send(open(), REQUEST);

        assertThat(open().isOpen()).isFalse();
        assertThat(served.isOpen()).isTrue();
    }

    @Test
    void ofTheSlowOnesTheFirstGoesWhenTheyAreTooMany() {
        EmbeddedChannel first = open();
        EmbeddedChannel second = open();
        EmbeddedChannel third = open();
        send(first, HALF);
        send(second, HALF);
        send(first, "X: y\r\n");
        assertThat(areOpen(first, second, third)).containsExactly(true, true, true);

        send(third, HALF);

        assertThat(areOpen(first, second, third)).containsExactly(false, true, true);
    }

    @Test
    void ofTheSlowOnesTheFirstGoesWhenTheyHoldTooMuch() {
        EmbeddedChannel first = open();
        EmbeddedChannel second = open();
        send(first, "GET /" + "x".repeat(600));
        send(second, "GET /" + "x".repeat(300));
        assertThat(areOpen(first, second)).containsExactly(true, true);

        send(second, "x".repeat(300));

        assertThat(areOpen(first, second)).containsExactly(false, true);
    }

    @Test
    void whatWasSlowAndIsWholeHoldsNothing() {
        EmbeddedChannel channel = open();
        for (int i = 0; i < 10; i++) {
            send(channel, "GET / HTTP/1.1\r\nX: " + "x".repeat(600));
            send(channel, "\r\n\r\n");
            answer(channel);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void whatAnUploadHasTakenIsNotHeld() {
        EmbeddedChannel channel = open();
        send(channel, "POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n");
        for (int i = 0; i < 10; i++) {
            send(channel, "x".repeat(600));
            channel.pipeline().fireUserEventTriggered(new UploadedPiece(600));
        }
        assertThat(channel.isOpen()).isTrue();

        send(channel, "x".repeat(1_001));

        assertThat(channel.isOpen()).isFalse();
    }
}
