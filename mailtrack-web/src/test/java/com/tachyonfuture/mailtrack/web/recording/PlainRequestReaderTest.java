package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainRequestReaderTest {

    private static final String LINE = "GET /p/abc.gif HTTP/1.1\r\n";

    private final PlainRequestReader reader = new PlainRequestReader();

    private static ByteBuf bytes(String latin1) {
        return Unpooled.copiedBuffer(latin1, StandardCharsets.ISO_8859_1);
    }

    private Optional<PlainRequest> read(String latin1) {
        return reader.read(bytes(latin1));
    }

    @Test
    void whatIsRecordedIsRead() {
        assertThat(read(LINE
                        + "Host: mail.example.com\r\n"
                        + "user-agent:Thunderbird/128\r\n"
                        + "REFERER:   https://mail.example.com/inbox  \r\n"
                        + "X-Forwarded-For: 192.0.2.1, 10.0.0.1\r\n"
                        + "X-Forwarded-Proto: https\r\n"
                        + "X-Real-Ip: 192.0.2.2\r\n"
                        + "Connection: Keep-Alive\r\n"
                        + "Accept: */*\r\n\r\n"))
                .contains(new PlainRequest(
                        "abc",
                        "Thunderbird/128",
                        "https://mail.example.com/inbox",
                        "192.0.2.1, 10.0.0.1",
                        "https",
                        "192.0.2.2",
                        false,
                        false,
                        null));
    }

    @Test
    void nothingOfOneRequestIsLeftForTheNext() {
        read(LINE + "User-Agent: x\r\nReferer: y\r\n\r\n");

        assertThat(read(LINE + "\r\n"))
                .contains(new PlainRequest("abc", null, null, null, null, null, false, false, null));
    }

    @Test
    void requestsThatFollowOneAnotherAreReadOneByOne() {
        ByteBuf two = bytes("GET /p/a.gif HTTP/1.1\r\n\r\nGET /p/b.gif HTTP/1.1\r\n\r\nGET");

        assertThat(reader.read(two)).map(PlainRequest::id).contains("a");
        assertThat(reader.read(two)).map(PlainRequest::id).contains("b");
        assertThat(reader.read(two)).isEmpty();
        assertThat(two.toString(StandardCharsets.ISO_8859_1)).isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".gif", "a", "a.gif.gif", "..", "x.GIF", "A-b_c~1.2"})
    void theIdIsWhatStandsBeforeTheEnding(String place) {
        String id = place.endsWith(".gif") ? place.substring(0, place.length() - 4) : place;

        assertThat(read("GET /p/" + place + " HTTP/1.1\r\n\r\n"))
                .map(PlainRequest::id)
                .contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "G",
                "GET /p/abc.gif HTTP/1.1",
                LINE,
                LINE + "\r",
                LINE + "\n",
                LINE + "Host: x\r\n",
                LINE + "Host: x\r\n\r",
                LINE + "Host: x\n\n",
                LINE + "Host: x\rY: z\r\n\r\n",
                LINE + "Host\r\n\r\n",
                LINE + "Host : x\r\n\r\n",
                LINE + ": x\r\n\r\n",
                LINE + " Host: x\r\n\r\n",
                LINE + "Host: x\r\n y\r\n\r\n",
                LINE + "A_b: x\r\n\r\n",
                LINE + "User-Agent: \u00e4\r\n\r\n",
                LINE + "User-Agent: a\tb\r\n\r\n",
                LINE + "User-Agent: \u0000\r\n\r\n",
                LINE + "User-Agent: a\r\nUser-Agent: b\r\n\r\n",
                LINE + "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-For: 192.0.2.2\r\n\r\n",
                LINE + "Connection: close\r\n\r\n",
                LINE + "Connection: keep-alive, Upgrade\r\n\r\n",
                LINE + "Content-Length: 0\r\n\r\n",
                LINE + "content-length: 5\r\n\r\nhello",
                LINE + "Transfer-Encoding: chunked\r\n\r\n",
                LINE + "Expect: 100-continue\r\n\r\n",
                LINE + "Upgrade: h2c\r\n\r\n",
                "\r\n" + LINE + "\r\n",
                "get /p/abc.gif HTTP/1.1\r\n\r\n",
                "HEAD /p/abc.gif HTTP/1.1\r\n\r\n",
                "POST /p/abc.gif HTTP/1.1\r\n\r\n",
                "GET  /p/abc.gif HTTP/1.1\r\n\r\n",
                "GET /p/abc.gif  HTTP/1.1\r\n\r\n",
                "GET /p/abc.gif HTTP/1.0\r\n\r\n",
                "GET /p/abc.gif http/1.1\r\n\r\n",
                "GET /p/abc.gif\r\n\r\n",
                "GET /p/a/b.gif HTTP/1.1\r\n\r\n",
                "GET /p/a%2eb.gif HTTP/1.1\r\n\r\n",
                "GET /p/abc.gif?x HTTP/1.1\r\n\r\n",
                "GET /p/\u00e4.gif HTTP/1.1\r\n\r\n",
                "GET /p HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET http://x/p/abc.gif HTTP/1.1\r\n\r\n",
                "\u0016\u0003\u0001"
            })
    void whateverItIsNotSureOfStaysUnread(String request) {
        ByteBuf bytes = bytes(request);

        assertThat(reader.read(bytes)).isEmpty();
        assertThat(bytes.readerIndex()).isZero();
    }

    @Test
    void aLongHeadIsNotPlain() {
        assertThat(read(LINE + "Cookie: " + "x".repeat(3_000) + "\r\n\r\n")).isPresent();
        assertThat(read(LINE + "Cookie: " + "x".repeat(5_000) + "\r\n\r\n")).isEmpty();
    }
}
