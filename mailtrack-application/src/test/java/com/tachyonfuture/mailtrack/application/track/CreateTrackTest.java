package com.tachyonfuture.mailtrack.application.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.Refusal.Kind;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.track.CreateTrack.Created;
import com.tachyonfuture.mailtrack.application.track.CreateTrack.Outcome;
import com.tachyonfuture.mailtrack.application.track.CreateTrack.Refused;
import com.tachyonfuture.mailtrack.application.track.CreateTrack.Request;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CreateTrackTest {

    private static final TrackDetails OFFER = new TrackDetails("zoe@example.com", "Offer", null, null);
    private static final TrackDetails INVOICE = new TrackDetails("zoe@example.com", null, "Offer", null);

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private Instant now = Instant.parse("2026-11-20T12:00:00.123456789Z");
    private int ids;
    private final CreateTrack createTrack = new CreateTrack(storage.tracks(), () -> Samples.id(++ids), () -> now);

    @Test
    void aTrackGetsAnIdAndTheTimeToTheMicrosecond() {
        Created created = created(create(OFFER, null));

        assertThat(created.repeated()).isFalse();
        assertThat(created.track().track().createdAt()).isEqualTo(Instant.parse("2026-11-20T12:00:00.123456Z"));
        assertThat(storage.tracks().find(Samples.id(1))).contains(created.track());
    }

    @Test
    void whatCannotBeStoredIsRefusedFieldByField() {
        Outcome outcome = create(new TrackDetails("r".repeat(256), "\ud83d", null, null), null);

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().kind()).isEqualTo(Kind.UNACCEPTABLE);
            assertThat(refused.refusal().violations())
                    .extracting(Violation::field)
                    .containsExactly("recipient", "subject");
            assertThat(refused.refusal().message())
                    .isEqualTo("The field recipient has 256 characters; at most 255 are allowed."
                            + " The field subject contains half of a surrogate pair, which is not a character.");
        });
        assertThat(storage.totals().current().tracks()).isZero();
    }

    @Test
    void theSameRequestWithTheSameKeyIsAnsweredWithTheFirstTrack() {
        Created first = created(create(OFFER, "k"));
        Created second = created(create(OFFER, "k"));

        assertThat(second.repeated()).isTrue();
        assertThat(second.track()).isEqualTo(first.track());
        assertThat(storage.totals().current().tracks()).isEqualTo(1);
    }

    @Test
    void anotherRequestWithTheSameKeyIsAConflict() {
        create(OFFER, "k");

        assertThat(refusalOf(create(INVOICE, "k"))).isEqualTo("idempotency_key_reused");
    }

    @Test
    void aRepeatedRequestForADeletedTrackIsAConflict() {
        create(OFFER, "k");
        storage.tracks().delete(Samples.id(1));

        assertThat(refusalOf(create(OFFER, "k"))).isEqualTo("track_deleted_since");
    }

    @Test
    void aKeyIsKeptForADay() {
        create(OFFER, "k");
        now = now.plus(Duration.ofHours(24));
        assertThat(created(create(OFFER, "k")).repeated()).isTrue();

        now = now.plusMillis(1);
        assertThat(created(create(INVOICE, "k")).repeated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ä", "a\nb", "x256"})
    void aBrokenKeyIsRefusedByName(String key) {
        Outcome outcome = create(OFFER, key.replace("x256", "x".repeat(256)));

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.refusal().kind()).isEqualTo(Kind.INVALID);
            assertThat(refused.refusal().violations())
                    .extracting(Violation::field)
                    .containsExactly("Idempotency-Key");
        });
    }

    private Outcome create(TrackDetails details, @Nullable String key) {
        return createTrack.with(new Request(details, key));
    }

    private static Created created(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Created.class);
        return (Created) outcome;
    }

    private static String refusalOf(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).refusal().code();
    }
}
