package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Optional;

/**
 * One address that fetches several tracks within seconds. Scanners take all of a batch; but so do the people behind one
 * address of a company, and a webmail that shows a conversation. So it takes one more sign.
 */
final class BatchScan implements Rule {

    private static final int SEVERAL = 3;
    private static final Duration SOON = Duration.ofMinutes(2);

    private static final Optional<Judgement> SCAN =
            Optional.of(new Judgement(Verdict.SCANNER, Reason.BATCH_SCAN, Confidence.MEDIUM, null));
    private static final Optional<Judgement> EITHER =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.SEVERAL_AT_ONCE, Confidence.LOW, null));

    static boolean isSeveral(Evidence evidence) {
        return evidence.tracksAtOnce() >= SEVERAL;
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        if (!isSeveral(evidence)) {
            return Optional.empty();
        }
        boolean anotherSign =
                evidence.isWithin(SOON) || Networks.isRented(evidence) || !Browser.isNamedBy(evidence.userAgent());
        return anotherSign ? SCAN : EITHER;
    }

    @Override
    public String inWords() {
        return "An address that fetches 3 or more tracks within seconds is a scanner where that is also within 2"
                + " minutes after a track was created, from rented servers, or by no browser. Otherwise it stays"
                + " undecided: many people may share an address.";
    }
}
