package com.tachyonfuture.mailtrack.web.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.web.server.WebServer;
import com.tachyonfuture.mailtrack.web.server.Wire;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateTrackApiTest {

    @RegisterExtension
    final WebServer server = new WebServer();

    private HttpResponse<String> create(String json) {
        return server.post("/api/tracks", json);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(WebServer.object(response)).containsEntry("code", code).containsEntry("status", status);
    }

    @Test
    void theAnswerIsTheTrackWithEveryField() {
        var response = create("""
            {"recipient": "Ada <ada@example.com>", "subject": "Offer", "notes": "call on Monday",
             "message_group_id": "g1"}\
            """);

        assertThat(response.statusCode()).isEqualTo(201);
        Map<String, Object> track = WebServer.object(response);
        String id = (String) track.get("id");
        assertThat(track.keySet())
                .containsExactly(
                        "id",
                        "recipient",
                        "subject",
                        "notes",
                        "message_group_id",
                        "created_at",
                        "open_count",
                        "read_count",
                        "first_opened_at",
                        "last_opened_at",
                        "first_read_at",
                        "last_read_at",
                        "state",
                        "pinned",
                        "stopped_at",
                        "verdicts",
                        "pixel_url",
                        "snippets");
        assertThat(track)
                .containsEntry("recipient", "Ada <ada@example.com>")
                .containsEntry("subject", "Offer")
                .containsEntry("notes", "call on Monday")
                .containsEntry("message_group_id", "g1")
                .containsEntry("created_at", "2026-11-20T12:00:00.123456Z")
                .containsEntry("open_count", 0)
                .containsEntry("read_count", 0)
                .containsEntry("first_opened_at", null)
                .containsEntry("last_opened_at", null)
                .containsEntry("pixel_url", "https://mail.example.com/p/" + id + ".gif")
                .containsEntry(
                        "snippets",
                        Map.of(
                                "html",
                                "<img src=\"https://mail.example.com/p/" + id
                                        + ".gif\" width=\"1\" height=\"1\" style=\"display:none\" alt=\"\" />",
                                "markdown",
                                "![](https://mail.example.com/p/" + id + ".gif)",
                                "html_visible",
                                "<img src=\"https://mail.example.com/p/" + id
                                        + ".gif\" width=\"1\" height=\"1\" alt=\"\" />"));
        assertThat(response.headers().firstValue("Location")).contains("https://mail.example.com/api/tracks/" + id);
        assertThat(response.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void everyFieldMayBeMissingOrNull() {
        assertThat(WebServer.object(create("{}"))).containsEntry("recipient", null);
        assertThat(WebServer.object(create("{\"recipient\": null, \"subject\": null, \"notes\": null}")))
                .containsEntry("subject", null)
                .containsEntry("notes", null)
                .containsEntry("message_group_id", null);
    }

    @Test
    void textsKeepEveryCharacter() {
        String text = "\u0000\t\r\n \"\\/<>&' ü \u2028 \u202e 𝔘 👩‍👩‍👧 \uFEFF \uFFFD";
        String escaped = text.chars()
                .collect(StringBuilder::new, (all, c) -> all.append("\\u%04x".formatted(c)), StringBuilder::append)
                .toString();

        var track = WebServer.object(create("{\"notes\": \"" + escaped + "\", \"subject\": \"Grüße 👋\"}"));

        assertThat(track).containsEntry("notes", text).containsEntry("subject", "Grüße 👋");
        assertThat(WebServer.object(server.get("/api/tracks/" + track.get("id"))))
                .containsEntry("notes", text);
    }

    @Test
    void unknownFieldsArePassedOver() {
        var response = create("{\"id\": 5, \"x\": {\"y\": [1, {\"recipient\": 2}]}, \"subject\": \"s\", \"z\": [[]]}");

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(WebServer.object(response)).containsEntry("subject", "s");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "recipient, 5",
                "recipient, true",
                "subject, []",
                "subject, {}",
                "subject, [\"s\"]",
                "notes, {\"notes\": \"n\"}",
                "notes, 1.5e300",
                "message_group_id, false"
            })
    void aFieldThatIsNoTextIsNamed(String field, String value) {
        var response = create("{\"" + field + "\": " + value + ", \"x\": 1}");

        assertProblem(response, 422, "invalid_field");
        assertThat(WebServer.object(response))
                .containsEntry("errors", List.of(Map.of("field", field, "message", "must be a string or null")));
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        var response = create("{\"recipient\": 1, \"subject\": 2}");

        assertThat((List<?>) WebServer.object(response).get("errors")).hasSize(2);
    }

    @Test
    void textsThatAreTooLongAreNamed() {
        var response =
                create("{\"recipient\": \"" + "r".repeat(256) + "\", \"subject\": \"" + "😀".repeat(500) + "\"}");

        assertProblem(response, 422, "invalid_field");
        assertThat(WebServer.object(response))
                .extractingByKey("errors")
                .asString()
                .contains("field=recipient")
                .contains("255")
                .doesNotContain("subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "x\\ud83dx", "\\ude00\\ud83d"})
    void halfACharacterIsNamed(String escaped) {
        assertProblem(create("{\"subject\": \"" + escaped + "\"}"), 422, "invalid_field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{]",
                "{\"subject\"}",
                "{\"subject\":}",
                "{\"subject\": \"x}",
                "{\"subject\": 'x'}",
                "{subject: \"x\"}",
                "{\"subject\": \"x\",}",
                "{\"subject\": \"x\"} x",
                "{\"subject\": \"x\"}{}",
                "{\"subject\": \"\\x\"}",
                "{\"subject\": \"\\ud8\"}",
                "{\"subject\": \"a\nb\"}",
                "{\"subject\": \"a\", \"subject\": \"b\"}",
                "{\"x\": {\"y\": 1, \"y\": 2}}",
                "{\"x\": NaN}",
                "{\"x\": 01}",
                "{\"x\": +1}",
                "{/* */}",
                "nul",
                "\uFEFF{}"
            })
    void whatIsNoJsonIsRefused(String body) {
        assertProblem(create(body), 400, "malformed_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "5", "\"subject\"", "[]", "[{\"subject\": \"x\"}]"})
    void whatIsNoObjectIsRefused(String body) {
        assertProblem(create(body), 400, "unexpected_json");
    }

    @Test
    void theAnswerNamesNothingOfOurInsides() {
        for (String body : List.of("{]", "", "[]", "{\"subject\": 5}", "{\"x\": " + "[".repeat(5_000))) {
            assertThat(create(body).body()).doesNotContainPattern("(?i)jackson|java|exception|micronaut|serde|char\\[");
        }
    }

    @Test
    void deepNestingIsRefused() {
        assertProblem(create("{\"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}"), 400, "malformed_json");
        assertProblem(
                create("{\"x\": " + "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000) + "}"), 400, "malformed_json");
    }

    @Test
    void hugeNumbersAreRefusedOrPassedOver() {
        assertThat(create("{\"x\": " + "9".repeat(100_000) + "}").statusCode()).isIn(201, 400);
        assertThat(create("{\"x\": 1e999999999}").statusCode()).isIn(201, 400);
        assertThat(create("{\"subject\": 1e999999999}").statusCode()).isEqualTo(422);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        for (byte[] bytes : List.of(
                new byte[] {(byte) 0xff},
                new byte[] {(byte) 0xc3},
                new byte[] {(byte) 0xc0, (byte) 0x80},
                new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                "ü".getBytes(StandardCharsets.ISO_8859_1),
                new byte[0x100])) {
            byte[] body = concat(
                    "{\"subject\": \"".getBytes(StandardCharsets.US_ASCII),
                    bytes,
                    "\"}".getBytes(StandardCharsets.US_ASCII));
            var response = server.send(server.api("/api/tracks")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body)));

            assertProblem(response, 400, "malformed_json");
        }
    }

    private static byte[] concat(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "application/jsonx",
                "garbage",
                ";",
                "/"
            })
    void otherTypesAreRefused(String type) {
        var response = server.send(
                server.api("/api/tracks").header("Content-Type", type).POST(BodyPublishers.ofString("{}")));

        assertProblem(response, 415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=utf-8", "application/json; charset=UTF-8", "Application/JSON"})
    void jsonMayBeWrittenInManyWays(String type) {
        var response = server.send(
                server.api("/api/tracks").header("Content-Type", type).POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(201);
    }

    @Test
    void aPackedBodyIsRefused() {
        var response = server.send(server.api("/api/tracks")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(new byte[] {1, 2, 3})));

        assertProblem(response, 415, "unsupported_media_type");
    }

    @Nested
    class ABody {

        private static final int MEBIBYTE = 1024 * 1024;

        private static String ofSize(int bytes) {
            String frame = "{\"x\": \"\"}";
            return "{\"x\": \"" + "x".repeat(bytes - frame.length()) + "\"}";
        }

        @Test
        void mayHaveAMebibyte() {
            assertThat(create(ofSize(MEBIBYTE)).statusCode()).isEqualTo(201);
        }

        @Test
        void mayNotHaveMore() {
            assertProblem(create(ofSize(MEBIBYTE + 1)), 413, "body_too_large");
        }

        @Test
        void mayNotHaveMoreInPiecesEither() {
            byte[] body = ofSize(3 * MEBIBYTE).getBytes(StandardCharsets.UTF_8);
            var response = server.send(server.api("/api/tracks")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body))));

            assertProblem(response, 413, "body_too_large");
        }

        @Test
        void isRefusedBeforeItIsSentWhereItSaysHowLongItIs() {
            try (Wire wire = server.connect()) {
                var answer = wire.send("POST /api/tracks HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY
                                + "\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n"
                                + "Expect: 100-continue\r\n\r\n")
                        .read();

                assertThat(answer.status()).isEqualTo(413);
            }
        }

        @Test
        void isInvited() {
            try (Wire wire = server.connect()) {
                wire.send("POST /api/tracks HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY
                        + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
                assertThat(wire.read().status()).isEqualTo(100);
                assertThat(wire.send("{}").read().status()).isEqualTo(201);
            }
        }
    }

    @Nested
    class WithAnIdempotencyKey {

        private HttpResponse<String> create(String key, String json) {
            return server.send(server.api("/api/tracks")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(json)));
        }

        @Test
        void theSameRequestIsDoneOnce() {
            var first = create("k1", "{\"subject\": \"s\"}");
            var second = create("k1", "{ \"subject\" : \"s\", \"notes\": null }");

            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue("Location"))
                    .isEqualTo(first.headers().firstValue("Location"));
            assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
            assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
            assertThat(WebServer.array(server.get("/api/tracks"))).hasSize(1);
        }

        @Test
        void anotherRequestIsAConflict() {
            create("k1", "{\"subject\": \"s\"}");

            assertProblem(create("k1", "{\"subject\": \"t\"}"), 409, "idempotency_key_reused");
        }

        @Test
        void aTrackThatWasDeletedSinceIsNotMadeAgain() {
            var first = create("k1", "{}");
            server.send(server.api("/api/tracks/" + WebServer.object(first).get("id"))
                    .DELETE());

            assertProblem(create("k1", "{}"), 409, "track_deleted_since");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "LONG", "k\u00fcy"})
        void aKeyThatIsNoneIsNamed(String key) {
            String given = key.equals("LONG") ? "k".repeat(256) : key;
            try (Wire wire = server.connect()) {
                var answer = wire.send("POST /api/tracks HTTP/1.1\r\nHost: x\r\nX-API-Key: " + WebServer.KEY
                                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nIdempotency-Key: "
                                + given + "\r\n\r\n{}")
                        .read();

                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.text()).contains("\"field\":\"Idempotency-Key\"");
            }
        }
    }
}
