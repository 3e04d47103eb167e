package com.tachyonfuture.mailtrack.application.contract;

import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.counts;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.key;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link com.tachyonfuture.mailtrack.application.stats.port.Totals} does. */
public interface TotalsContract extends StorageFixture {

    @Test
    default void anEmptyStorageCountsNothing() {
        assertThat(totals().current()).isEqualTo(counts(0, 0, 0, 0));
    }

    @Test
    default void totalsFollowCreationRecordingAndDeletion() {
        tracks().add(track(1));
        tracks().addOnce(track(2), key('a', 'b'), Instant.EPOCH);
        tracks().addOnce(track(3), key('a', 'b'), Instant.EPOCH);
        openLog().write(batch(0, hit(track(1)), hit(track(1)), hit(track(2)), hit(track(9))), UNJUDGED);
        assertThat(totals().current()).isEqualTo(counts(2, 3, 3, 2));

        tracks().delete(id(1));
        tracks().delete(id(1));
        assertThat(totals().current()).isEqualTo(counts(1, 1, 1, 1));
    }
}
