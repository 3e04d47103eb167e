package com.tachyonfuture.mailtrack.application.recording;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.Cursors;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.FindOpens.Found;
import com.tachyonfuture.mailtrack.application.recording.FindOpens.NoSuchTrack;
import com.tachyonfuture.mailtrack.application.recording.FindOpens.Refused;
import com.tachyonfuture.mailtrack.application.recording.FindOpens.Request;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class FindOpensTest {

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final FindOpens findOpens = new FindOpens(storage.tracks(), storage.opens());

    @Test
    void opensComePageAfterPageTheLatestFirst() {
        storage.tracks().add(track(1));
        storage.openLog().write(batch(0, hit(track(1)), hit(track(1)), hit(track(1))), UNJUDGED);

        Found first = found(2, null);
        Found second = found(2, first.page().next());

        assertThat(first.page().items()).extracting(Open::id).containsExactly(3L, 2L);
        assertThat(second.page().items()).extracting(Open::id).containsExactly(1L);
        assertThat(second.page().next()).isNull();
    }

    @Test
    void aTrackWithoutOpensIsNotAnUnknownTrack() {
        storage.tracks().add(track(1));

        assertThat(found(10, null).page().items()).isEmpty();
        assertThat(findOpens.of(new Request(id(2), 10, null))).isInstanceOf(NoSuchTrack.class);
    }

    @Test
    void opensOfOneVerdictComePageAfterPage() {
        storage.tracks().add(track(1));
        for (int i = 0; i < 3; i++) {
            storage.openLog().write(batch(2L * i, hit(track(1))), Samples.judge(Verdict.SCANNER));
            storage.openLog().write(batch(2L * i + 1, hit(track(1))), UNJUDGED);
        }

        Found first = found(Verdict.SCANNER, 2, null);
        Found second = found(Verdict.SCANNER, 2, first.page().next());

        assertThat(first.page().items()).extracting(Open::id).containsExactly(5L, 3L);
        assertThat(second.page().items()).extracting(Open::id).containsExactly(1L);
        assertThat(second.page().next()).isNull();
        assertThat(found(Verdict.SCANNER, 3, null).page().next()).isNull();
        assertThat(found(Verdict.HUMAN, 2, null).page().items()).isEmpty();
    }

    @Test
    void aVerdictThatIsFarDownTakesSeveralPages() {
        storage.tracks().add(track(1));
        storage.openLog().write(batch(0, hit(track(1))), Samples.judge(Verdict.SCANNER));
        Hit[] many = new Hit[FindOpens.LONGEST_SEARCH];
        Arrays.fill(many, hit(track(1)));
        storage.openLog().write(batch(1, many), UNJUDGED);

        Found first = found(Verdict.SCANNER, 10, null);
        Found second = found(Verdict.SCANNER, 10, first.page().next());

        assertThat(first.page().items()).isEmpty();
        assertThat(second.page().items()).extracting(Open::id).containsExactly(1L);
        assertThat(second.page().next()).isNull();
    }

    private Found found(Verdict verdict, int limit, @Nullable String cursor) {
        FindOpens.Outcome outcome = findOpens.of(new Request(id(1), verdict, limit, cursor));
        assertThat(outcome).isInstanceOf(Found.class);
        return (Found) outcome;
    }

    @Test
    void limitAndCursorAreChecked() {
        assertThat(refusedField(0, null)).isEqualTo("limit");
        assertThat(refusedField(1_001, null)).isEqualTo("limit");
        assertThat(refusedField(10, "junk")).isEqualTo("cursor");
        assertThat(refusedField(10, Cursors.encode("open", "1", "2"))).isEqualTo("cursor");
        assertThat(refusedField(10, Cursors.encode("track", "1"))).isEqualTo("cursor");
    }

    @Test
    void readsSinceATimeComeFromAllTracks() {
        storage.tracks().add(track(1));
        storage.tracks().add(track(2));
        storage.openLog().write(batch(0, hit(track(1)), hit(track(2), NOON.plusSeconds(1))), UNJUDGED);

        assertThat(findOpens.readsSince(NOON)).extracting(RecentRead::trackId).containsExactly(id(1), id(2));
        assertThat(findOpens.readsSince(NOON.plusSeconds(2))).isEmpty();
    }

    private Found found(int limit, @Nullable String cursor) {
        FindOpens.Outcome outcome = findOpens.of(new Request(id(1), limit, cursor));
        assertThat(outcome).isInstanceOf(Found.class);
        return (Found) outcome;
    }

    private String refusedField(int limit, @Nullable String cursor) {
        FindOpens.Outcome outcome = findOpens.of(new Request(id(1), limit, cursor));
        assertThat(outcome).isInstanceOf(Refused.class);
        Violation violation = ((Refused) outcome).refusal().violations().get(0);
        return violation.field();
    }
}
