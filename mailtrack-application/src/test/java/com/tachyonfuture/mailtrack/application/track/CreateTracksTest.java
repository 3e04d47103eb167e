package com.tachyonfuture.mailtrack.application.track;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.CreateTracks.Created;
import com.tachyonfuture.mailtrack.application.track.CreateTracks.Refused;
import com.tachyonfuture.mailtrack.application.track.CreateTracks.Request;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CreateTracksTest {

    private static final TrackDetails COMMON = new TrackDetails(null, "Offer", "notes", null);

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final AtomicInteger made = new AtomicInteger();
    private final CreateTracks createTracks =
            new CreateTracks(storage.tracks(), () -> new TrackId("id-" + made.incrementAndGet()), () -> NOON);

    private Created create(@Nullable String key, String... recipients) {
        return (Created) createTracks.with(new Request(List.of(recipients), COMMON, key, null));
    }

    private Refusal refusal(Request request) {
        return ((Refused) createTracks.with(request)).refusal();
    }

    private List<TrackSummary> stored() {
        return storage.tracks().page(TrackFilter.ALL, TrackSort.CREATED, null, 1_000);
    }

    @Test
    void eachRecipientGetsATrackAndAllHaveOneGroup() {
        Created created = create(null, "a", "b", "c");

        assertThat(created.tracks())
                .extracting(summary -> summary.track().details())
                .containsExactly(
                        new TrackDetails("a", "Offer", "notes", created.group()),
                        new TrackDetails("b", "Offer", "notes", created.group()),
                        new TrackDetails("c", "Offer", "notes", created.group()));
        assertThat(stored()).isEqualTo(created.tracks());
        assertThat(storage.tracks().ofGroup(created.group(), 10)).isEqualTo(created.tracks());
        assertThat(created.tracks())
                .extracting(summary -> summary.track().createdAt())
                .containsExactly(NOON, NOON.minus(1, ChronoUnit.MICROS), NOON.minus(2, ChronoUnit.MICROS));
    }

    @Test
    void aGroupMayBeGiven() {
        var address = IpAddress.parse("2001:db8::1").orElseThrow();
        var request = new Request(List.of("a"), new TrackDetails(null, null, null, "g"), null, address);

        var created = (Created) createTracks.with(request);

        assertThat(created.group()).isEqualTo("g");
        assertThat(created.tracks().get(0).track().createdFrom()).isEqualTo(address);
    }

    @Test
    void askingAgainWithTheSameKeyCreatesNothing() {
        Created first = create("k", "a", "b");
        Created second = create("k", "a", "b");

        assertThat(second).isEqualTo(new Created(first.tracks(), true));
        assertThat(stored()).hasSize(2);
    }

    @Test
    void askingForSomethingElseWithTheSameKeyIsRefused() {
        create("k", "a", "b");

        assertThat(refusal(new Request(List.of("a"), COMMON, "k", null)).code()).isEqualTo("idempotency_key_reused");
        assertThat(refusal(new Request(List.of("b", "a"), COMMON, "k", null)).code())
                .isEqualTo("idempotency_key_reused");
        assertThat(refusal(new Request(List.of("a", "b"), COMMON, "", null)).code())
                .isEqualTo("invalid_parameter");
        assertThat(stored()).hasSize(2);
    }

    @Test
    void tracksThatWereDeletedSinceAreNotMadeAgain() {
        Created first = create("k", "a", "b");
        storage.tracks().delete(first.tracks().get(0).track().id());

        assertThat(create("k", "a", "b").tracks())
                .containsExactly(first.tracks().get(1));
        storage.tracks().delete(first.tracks().get(1).track().id());
        assertThat(refusal(new Request(List.of("a", "b"), COMMON, "k", null)).code())
                .isEqualTo("track_deleted_since");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsCreated() {
        var wrong = new Request(
                List.of("a", "b".repeat(256)), new TrackDetails(null, "s".repeat(501), null, null), null, null);

        assertThat(refusal(wrong).violations())
                .extracting(Violation::field)
                .containsExactly("subject", "recipients[1]");
        assertThat(refusal(new Request(List.of(), COMMON, null, null)).violations())
                .extracting(Violation::field)
                .containsExactly("recipients");
        assertThat(refusal(new Request(Collections.nCopies(501, "a"), COMMON, null, null))
                        .message())
                .contains("501 entries; at most 500");
        assertThat(stored()).isEmpty();
    }
}
