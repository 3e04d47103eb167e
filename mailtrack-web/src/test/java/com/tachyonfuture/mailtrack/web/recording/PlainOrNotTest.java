package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two handlers serve pixels. Nobody can tell by which of them he is served, and what is recorded does not tell it
/// either, whatever he sends.
final class PlainOrNotTest {

    @RegisterExtension
    final WebServer server = new WebServer()
            .at("http://mail.example.com")
            .trusting("127.0.0.0/8")
            .withHitsPerAddress(1_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: x\r\n",
                "User-Agent: Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com"
                        + " GoogleImageProxy)\r\n",
                "User-Agent:\r\n",
                "User-Agent:   x  y  \r\n",
                "Referer: https://mail.example.com/?a=b%20c\r\n",
                "X-Forwarded-For: 192.0.2.1\r\n",
                "X-Forwarded-For: 198.51.100.1, 192.0.2.1,127.0.0.1\r\n",
                "X-Forwarded-For: 192.0.2.1, nonsense\r\n",
                "X-Forwarded-For: \r\n",
                "X-Forwarded-For: [2001:db8::1]:443\r\nX-Real-IP: 192.0.2.7\r\n",
                "X-Real-IP: 192.0.2.7\r\n",
                "x-real-ip: nonsense\r\n",
                "X-Forwarded-Proto: https\r\n",
                "X-Forwarded-Proto: HTTPS, http\r\n",
                "X-Forwarded-Proto: http\r\n",
                "Connection: keep-alive\r\n",
                "Accept-Language: ;\r\nCookie: a=b\r\nDNT: 1\r\n",
                "Accept: image/avif,image/webp,*/*;q=0.8\r\n",
                "ACCEPT: */*, IMAGE/*\r\n",
                "Accept: text/html,image/webp\r\n",
                "Accept: text/htmlx, image/png\r\n",
                "Accept: x;a=image/png\r\n",
                "Accept:\r\n",
                "Accept: image/png\r\nAccept: text/html\r\n",
                "Accept: text/html\r\nAccept: image/png\r\n",
                "Sec-Purpose: prefetch;anonymous-client-ip\r\n",
                "purpose: Preview\r\n",
                "X-Purpose: preRENDER\r\nX-Purpose: x\r\n",
                "X-Moz: x\r\nx-moz: prefetch\r\n",
                "X-Moz: prefetc\r\n",
                "Purpose: \r\n",
                "Cookie: mailtrack_own=x\r\n",
                "Cookie: a=mailtrack_own=x; mailtrack_own\r\nCookie: mailtrack_own=\r\n",
                "Sec-Purpose: prefetch\r\nAccept: image/*\r\n"
            })
    void theAnswerAndTheHitAreTheSame(String headers) {
        String request = "GET /p/" + Samples.id(1) + ".gif HTTP/1.1\r\n" + headers + "\r\n";

        Wire.Answer plain = first(request);
        Wire.Answer other = afterAnother(request);

        assertThat(other).usingRecursiveComparison().isEqualTo(plain);
        List<Hit> hits = server.spool().hits();
        assertThat(hits).hasSize(2);
        assertThat(hits.get(1)).isEqualTo(hits.get(0));
    }

    private Wire.Answer first(String request) {
        try (Wire wire = server.connect()) {
            return wire.send(request).read();
        }
    }

    private Wire.Answer afterAnother(String request) {
        try (Wire wire = server.connect()) {
            wire.send("GET /health/liveness HTTP/1.1\r\nHost: x\r\n\r\n").read();
            return wire.send(request).read();
        }
    }
}
