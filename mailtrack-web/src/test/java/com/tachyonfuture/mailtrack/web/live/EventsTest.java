package com.tachyonfuture.mailtrack.web.live;

import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static com.tachyonfuture.mailtrack.web.server.WebServer.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.web.server.Browser;
import com.tachyonfuture.mailtrack.web.server.EventStream;
import com.tachyonfuture.mailtrack.web.server.EventStream.Message;
import com.tachyonfuture.mailtrack.web.server.WebServer;
import io.micronaut.http.sse.Event;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventsTest {

    private static final int MOST = 3;

    @RegisterExtension
    final WebServer server = new WebServer().withListeners(MOST);

    private EventStream listen() {
        return new EventStream(server.owner("/events"));
    }

    private Audience audience() {
        return server.bean(Audience.class);
    }

    @Test
    void whoListensHearsWhatArrives() {
        server.add(track(1));
        try (EventStream stream = listen()) {
            Message hello = stream.next();
            server.record(judge(Verdict.HUMAN), hit(track(1)));
            Message opens = stream.next();

            assertThat(stream.status()).isEqualTo(200);
            assertThat(hello.field("event")).isEqualTo("hello");
            assertThat(hello.field("id")).isEqualTo("0");
            assertThat(hello.field("retry")).isEqualTo("2000");
            assertThat(hello.field("data"))
                    .isEqualTo("{\"opens\":[],\"count\":0,\"reads\":0,\"more\":false,\"known\":[]}");
            assertThat(opens.field("event")).isEqualTo("opens");
            assertThat(opens.field("data")).isEqualTo("""
                {"opens":[{"open_id":1,"track_id":"%s","opened_at":"2026-11-20T12:00:00.123456Z","verdict":"human",\
                "read":true,"recipient":"reader1@example.com","subject":"Offer 1","open_count":1,"read_count":1}],\
                "count":1,"reads":1,"more":false,"known":[]}\
                """.formatted(id(1).value()));
        }
    }

    @Test
    void allWhoListenHearTheSame() {
        server.add(track(1));
        try (EventStream one = listen();
                EventStream other = listen()) {
            one.next();
            other.next();
            server.record(hit(track(1)));

            assertThat(one.next()).isEqualTo(other.next());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "parameter"})
    void whoComesBackHearsWhatWasMissed(String by) {
        server.add(track(1));
        server.record(hit(track(1)), hit(track(1)), hit(track(1)));
        var request = by.equals("header")
                ? server.owner("/events?after=0").header("Last-Event-ID", "1")
                : server.owner("/events?after=1");

        try (EventStream stream = new EventStream(request)) {
            assertThat(stream.next().field("data")).contains("\"open_id\":3", "\"open_id\":2", "\"count\":2");
        }
    }

    @Test
    void whatIsNoMarkIsRefusedOrPassedOver() {
        var refused = server.send(server.owner("/events?after=-1"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"after\"");
        try (EventStream stream = new EventStream(server.owner("/events").header("Last-Event-ID", "x".repeat(900)))) {
            assertThat(stream.next().field("data")).contains("\"count\":0");
        }
    }

    @Test
    void nobodyHoldsBackWhatIsWritten() {
        try (EventStream stream = new EventStream(server.owner("/events")
                .header("Accept-Encoding", "gzip, br")
                .header("Origin", WebServer.ALLOWED_ORIGIN))) {
            assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            assertThat(stream.headers().firstValue("X-Accel-Buffering")).hasValue("no");
            assertThat(stream.headers().firstValue("Content-Encoding")).hasValue("identity");
            assertThat(stream.headers().firstValue("Cache-Control")).hasValue("no-store, no-transform");
            assertThat(stream.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(stream.next().field("event")).isEqualTo("hello");
        }
    }

    @Test
    void onlyTheOwnerMayListenAndNoBrowserAsksForAPassword() {
        var stranger = server.send(server.anonymous("/events").header("Accept", "text/event-stream"));
        var liar = server.send(server.anonymous("/events").header("Authorization", basic("owner", "guessed")));
        var program = server.send(server.api("/events"));

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).hasValue("Session");
        assertThat(liar.statusCode()).isEqualTo(401);
        assertThat(liar.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(audience().size()).isZero();
    }

    @Test
    void listeningKeepsNoSessionFromEnding() {
        Browser browser = server.browser().signIn();
        server.advance(Duration.ofMinutes(80));
        try (EventStream stream = new EventStream(browser.request("/events"))) {
            assertThat(stream.status()).isEqualTo(200);
        }

        server.advance(Duration.ofMinutes(80));

        assertThat(browser.get("/").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST"})
    void thereIsNothingElseToDo(String method) {
        var answer = server.send(server.owner("/events").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(audience().size()).isZero();
    }

    @Test
    void whoFindsNoRoomIsToldToComeBack() {
        var streams = new ArrayList<EventStream>();
        for (int i = 0; i < MOST; i++) {
            streams.add(listen());
        }
        var refused = server.send(server.owner("/events"));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
        assertThat(refused.body()).contains("too_many_listeners");

        streams.forEach(EventStream::close);
        await().until(() -> audience().size() == 0);
        try (EventStream stream = listen()) {
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    @Test
    void whoDoesNotTakeWhatIsSentIsLetGo() {
        try (var wire = server.connect()) {
            wire.send("GET /events HTTP/1.1\r\nHost: x\r\nAuthorization: " + basic(WebServer.OWNER, WebServer.PASSWORD)
                    + "\r\n\r\n");
            await().until(() -> audience().size() == 1);
            var large = Event.of("x".repeat(100_000));

            await().until(() -> {
                audience().tell(large);
                return audience().size() == 0;
            });

            assertThat(audience().size()).isZero();
        }
    }

    @Test
    void aStopEndsInOrderWhatIsListenedTo() {
        try (EventStream stream = listen()) {
            stream.next();
            audience().close();

            assertThat(stream.next().isEnd()).isTrue();
        }
    }

    @Test
    void afterSoManyBeatsAPageHasToComeAgain() {
        try (EventStream stream = listen()) {
            stream.next();
            audience().beat(NewsEvents.BEAT, 2);
            audience().beat(NewsEvents.BEAT, 2);

            assertThat(stream.next().field("event")).isEqualTo("beat");
            assertThat(stream.next().field("event")).isEqualTo("beat");
            assertThat(stream.next().isEnd()).isTrue();
            assertThat(audience().size()).isZero();
        }
    }

    @Test
    void whileTheStorageIsDownNobodyBeginsToListenAndTheirPlaceIsFree() {
        server.storage().goDown();

        // A session or a password could not be looked at either.
        assertThat(server.send(server.owner("/events")).statusCode()).isEqualTo(503);
        assertThat(audience().size()).isZero();
    }

    @Test
    void longTextsAreCut() {
        String subject = "💌".repeat(300);
        server.add(track(1, new TrackDetails("a@example.com", subject, null, null)));
        try (EventStream stream = listen()) {
            stream.next();
            Track track = track(1);
            server.record(hit(track));

            assertThat(stream.next().field("data")).contains("\"subject\":\"" + "\\uD83D\\uDC8C".repeat(119) + "…\"");
        }
    }
}
