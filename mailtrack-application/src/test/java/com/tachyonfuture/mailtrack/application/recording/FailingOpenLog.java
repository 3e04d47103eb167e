package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** An {@link OpenLog} that takes no batch with certain hits in it. */
final class FailingOpenLog implements OpenLog {

    private final OpenLog log;
    private Predicate<Hit> poison;
    private final Supplier<RuntimeException> failure;
    private int askedForUsualHits;

    FailingOpenLog(OpenLog log, Predicate<Hit> poison, Supplier<RuntimeException> failure) {
        this.log = log;
        this.poison = poison;
        this.failure = failure;
    }

    int askedForUsualHits() {
        return askedForUsualHits;
    }

    /** Takes every hit from now on. */
    void recover() {
        poison = hit -> false;
    }

    @Override
    public Written write(Batch batch, Judge judge) {
        if (batch.hits().stream().anyMatch(poison)) {
            throw failure.get();
        }
        return log.write(batch, judge);
    }

    @Override
    public boolean quarantine(Batch one, QuarantineReason reason, RuntimeException thrown) {
        return log.quarantine(one, reason, thrown);
    }

    @Override
    public boolean recordsUsualHits(Judge judge) {
        askedForUsualHits++;
        Hit usual = UsualHit.of(Samples.id(1));
        if (poison.test(usual)) {
            throw failure.get();
        }
        return log.recordsUsualHits(judge);
    }
}
