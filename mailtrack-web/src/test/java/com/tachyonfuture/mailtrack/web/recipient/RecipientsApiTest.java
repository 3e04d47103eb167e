package com.tachyonfuture.mailtrack.web.recipient;

import static com.tachyonfuture.mailtrack.application.contract.RecipientsContract.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RecipientsApiTest {

    private static final String ADA =
            RecipientKey.of("ada@example.com").orElseThrow().value();

    @RegisterExtension
    final WebServer server = new WebServer();

    @BeforeEach
    void somebodyGotMail() {
        server.add(to(1, "ada@example.com"), to(2, "ada@example.com"), to(3, "bob@example.com"));
        server.record(Samples.hit(to(1, null)));
    }

    @Test
    void aRecipientHasTheNumbersOfThePages() {
        String ada = "{\"key\":\"" + ADA + "\",\"recipient\":\"ada@example.com\",\"sent\":2,\"delivered\":1,"
                + "\"read\":1,\"reads\":1,\"last_read_at\":\"2026-11-20T12:00:00.123456Z\",\"score\":20}";

        assertThat(server.get("/api/recipients/" + ADA).body()).isEqualTo(ada);
        assertThat(server.get("/api/recipients?q=ada").body()).isEqualTo("[" + ada + "]");
        assertThat(server.get("/api/recipients?sort=name&limit=1").body()).isEqualTo("[" + ada + "]");
    }

    @Test
    void whoNeverReadHasNoTime() {
        assertThat(server.get("/api/recipients?q=bob").body())
                .contains("\"read\":0,\"reads\":0,\"last_read_at\":null,\"score\":0}");
    }

    @Test
    void theNextPageIsInTheHeaders() {
        var first = server.get("/api/recipients?sort=sent&limit=1");
        String next = first.headers().firstValue("X-Next-Page").orElseThrow();

        assertThat(next).startsWith(WebServer.BASE_URL + "/api/recipients?limit=1&sort=sent&cursor=");
        var second = server.get(next.substring(WebServer.BASE_URL.length()));
        assertThat(second.body()).contains("bob@example.com");
        assertThat(second.headers().firstValue("X-Next-Page")).isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThat(server.get("/api/recipients?sort=size").body()).contains("\"field\":\"sort\"");
        assertThat(server.get("/api/recipients?limit=0").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/recipients?cursor=zzz").body()).contains("\"field\":\"cursor\"");
        assertThat(server.get("/api/recipients/ada").body()).contains("\"code\":\"recipient_not_found\"");
        assertThat(server.get("/api/recipients/" + "0".repeat(32)).statusCode()).isEqualTo(404);
    }
}
