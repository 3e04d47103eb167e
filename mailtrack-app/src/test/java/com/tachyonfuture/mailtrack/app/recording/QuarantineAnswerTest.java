package com.tachyonfuture.mailtrack.app.recording;

import static com.tachyonfuture.mailtrack.application.contract.OpenLogContract.FAILURE;
import static com.tachyonfuture.mailtrack.application.contract.OpenLogContract.REJECTED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuarantineAnswerTest {

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private long position;

    @Test
    void theListIsATableWithAColumnForEachThing() {
        setAside(hit(track(1)));
        setAside(new Hit(new TrackId("abc"), NOON, null, null, null));

        assertThat(answer("quarantine").text()).isEqualTo("""
                  ID  RECEIVED (UTC)       TRACK                                 REASON    USER AGENT
                   1  2026-11-20 12:00:00  0f6c1a52-3b7e-4d19-9a44-000000000001  rejected  Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/...
                   2  2026-11-20 12:00:00  abc                                   rejected\s\s

            rejected: the storage does not take it

            Hits in quarantine: 2. "quarantine replay ID..." tries them again, "quarantine discard ID..." forgets them; all instead of ids takes all.
            """);
    }

    @Test
    void anEmptyQuarantineIsSaidToBeEmpty() {
        assertThat(answer("quarantine")).isEqualTo(new Answer(true, "There are no hits in quarantine.\n"));
        assertThat(answer("quarantine", "--json")).isEqualTo(new Answer(true, ""));
    }

    @Test
    void whatStrangersSentCanNeitherMoveTheCursorNorTurnTheText() {
        String hostile = "\u001b[2J\r\n\u0000\u009b31m\u202eevil\u2028\u200b\ue000";
        setAside(new Hit(new TrackId("\u001b[1;1H"), NOON, null, hostile, hostile));

        for (String form : List.of("", "--json")) {
            String text = (form.isEmpty() ? answer("quarantine") : answer("quarantine", form)).text();

            assertThat(text).contains("evil");
            assertThat(text.codePoints().filter(c -> c != '\n'))
                    .allSatisfy(c -> assertThat(Character.getType(c))
                            .isNotIn(
                                    (int) Character.CONTROL,
                                    (int) Character.FORMAT,
                                    (int) Character.LINE_SEPARATOR,
                                    (int) Character.PRIVATE_USE));
        }
        assertThat(answer("quarantine", "--json").text().lines()).hasSize(1);
    }

    @Test
    void jsonHasAllTheEvidenceAndOneLineForEachHit() {
        setAside(new Hit(new TrackId("abc"), NOON, null, "\"ü\\", null));
        setAside(hit(track(1)));

        assertThat(answer("quarantine", "--json").text().lines())
                .hasSize(2)
                .first()
                .isEqualTo("""
                    {"id":1,"received_at":"2026-11-20T12:00:00.123456Z","track_id":"abc","ip_address":null,\
                    "user_agent":"\\u0022\\u00fc\\u005c","referer":null,"reason":"rejected",\
                    "reason_text":"the storage does not take it","quarantined_at":"2026-11-21T00:00:00Z",\
                    "spool":"sample","position":0}\
                    """);
    }

    @Test
    void ofHitsThatAreReplayedThoseThatStayAreTold() {
        storage.tracks().add(track(1));
        setAside(hit(track(1)));
        setAside(hit(track(2)));

        Answer answer = answer("quarantine", "replay", "1", "2", "3");

        assertThat(answer).isEqualTo(new Answer(false, """
            2: there is no such track; the hit stays in quarantine.
            3: there is no such hit in quarantine.
            Recorded: 1. Not recorded: 2.
            """));
        assertThat(storage.totals().current().opens()).isEqualTo(1);
    }

    @Test
    void manyThatAreReplayedShowThatItGoesOn() {
        storage.tracks().add(track(1));
        LongStream.range(0, 2_500).forEach(_ -> setAside(hit(track(1))));

        assertThat(answer("quarantine", "replay", "all")).isEqualTo(new Answer(true, """
            So far recorded: 1000, not recorded: 0.
            So far recorded: 2000, not recorded: 0.
            Recorded: 2500. Not recorded: 0.
            """));
    }

    @Test
    void aThousandThatStayDoNotFillTheScreen() {
        LongStream.range(0, 999).forEach(_ -> setAside(hit(track(1))));

        Answer answer = answer("quarantine", "replay", "all");

        assertThat(answer.done()).isFalse();
        assertThat(answer.text().lines()).hasSize(102).endsWith("Recorded: 0. Not recorded: 999.");
    }

    @Test
    void hitsAreDiscardedOneByOneOrAll() {
        LongStream.range(0, 5).forEach(_ -> setAside(hit(track(1))));

        assertThat(answer("quarantine", "discard", "2", "7"))
                .isEqualTo(new Answer(false, "7: there is no such hit in quarantine.\nDiscarded: 1.\n"));
        assertThat(answer("quarantine", "discard", "all")).isEqualTo(new Answer(true, "Discarded: 4.\n"));
        assertThat(storage.quarantine().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarantin",
                "quarantine list",
                "quarantine replay",
                "quarantine replay -1",
                "quarantine replay 1 all",
                "quarantine replay 99999999999999999999",
                "quarantine discard x",
                "quarantine --json replay",
                "quarantine 1"
            })
    void whatMeansNothingIsNoCommand(String line) {
        assertThat(QuarantineCommand.parse(List.of(line.split(" ")))).isEmpty();
    }

    private record Answer(boolean done, String text) {}

    private Answer answer(String... words) {
        var written = new ByteArrayOutputStream();
        var out = new PrintStream(written, true, UTF_8);
        boolean done = new QuarantineAnswer(storage.quarantine(), Judging.none(), out)
                .to(QuarantineCommand.parse(List.of(words)).orElseThrow());
        return new Answer(done, written.toString(UTF_8));
    }

    private void setAside(Hit hit) {
        storage.openLog().quarantine(new Batch("sample", position++, List.of(hit)), REJECTED, FAILURE);
    }
}
