package com.tachyonfuture.mailtrack.application.recording;

import static com.tachyonfuture.mailtrack.application.contract.OpenLogContract.FAILURE;
import static com.tachyonfuture.mailtrack.application.contract.OpenLogContract.REJECTED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.recording.QuarantineReason.Code;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.FailedAgain;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.NoSuchTrack;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.NotThere;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.Outcome;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.Recorded;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog.BatchRejected;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the operator does with hits in quarantine. */
final class QuarantineTest {

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();

    @Test
    void allAreShownHoweverManyThereAre() {
        setAside(250);
        var shown = new ArrayList<Long>();

        new ListQuarantine(storage.quarantine()).each(hit -> shown.add(hit.position()));

        assertThat(shown).hasSize(250).isSorted().doesNotHaveDuplicates();
        assertThat(new ListQuarantine(storage.quarantine()).count()).isEqualTo(250);
    }

    @Test
    void allAreReplayedOnceEvenThoseThatStay() {
        storage.tracks().add(track(1));
        setAside(250);
        storage.openLog().quarantine(new Batch("sample", 250, List.of(hit(track(2)))), REJECTED, FAILURE);
        var outcomes = new ArrayList<Outcome>();

        new ReplayQuarantine(storage.quarantine(), Judging.none()).all((id, outcome) -> outcomes.add(outcome));

        assertThat(outcomes).hasSize(251).endsWith(new NoSuchTrack());
        assertThat(outcomes.subList(0, 250)).containsOnly(new Recorded());
        assertThat(storage.totals().current().opens()).isEqualTo(250);
        assertThat(storage.quarantine().count()).isEqualTo(1);
    }

    @Test
    void whatFailsAgainStaysAndSaysWhy() {
        setAside(1);
        var rejecting =
                new ReplayQuarantine(new FailingQuarantine(new BatchRejected("still too long", null)), Judging.none());
        var faulty = new ReplayQuarantine(new FailingQuarantine(new ArithmeticException("secret")), Judging.none());

        assertThat(rejecting.one(1)).isEqualTo(new FailedAgain(new QuarantineReason(Code.REJECTED, "still too long")));
        assertThat(faulty.one(1))
                .isEqualTo(new FailedAgain(
                        new QuarantineReason(Code.FAULT, "recording it fails (java.lang.ArithmeticException)")));
    }

    @Test
    void whatIsNotThereIsSaidToBe() {
        assertThat(new ReplayQuarantine(storage.quarantine(), Judging.none()).one(17))
                .isEqualTo(new NotThere());
        assertThat(new DiscardQuarantine(storage.quarantine()).one(17)).isFalse();
    }

    @Test
    void aStorageThatIsDownIsNoReasonOfAHit() {
        setAside(1);
        storage.storage().goDown();
        var replay = new ReplayQuarantine(storage.quarantine(), Judging.none());

        assertThatThrownBy(() -> replay.one(1)).isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void allAreDiscardedHoweverManyThereAre() {
        setAside(250);

        assertThat(new DiscardQuarantine(storage.quarantine()).all()).isEqualTo(250);

        assertThat(storage.quarantine().count()).isZero();
    }

    private void setAside(int hits) {
        for (int position = 0; position < hits; position++) {
            storage.openLog().quarantine(new Batch("sample", position, List.of(hit(track(1)))), REJECTED, FAILURE);
        }
    }

    /** Fails at every replay. */
    private record FailingQuarantine(RuntimeException failure) implements Quarantine {

        @Override
        public List<QuarantinedHit> after(long id, int limit) {
            return List.of();
        }

        @Override
        public long count() {
            return 0;
        }

        @Override
        public Replay replay(long id, Judge judge) {
            throw failure;
        }

        @Override
        public int discard(Collection<Long> ids) {
            return 0;
        }
    }
}
