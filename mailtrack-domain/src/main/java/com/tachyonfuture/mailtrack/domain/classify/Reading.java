package com.tachyonfuture.mailtrack.domain.classify;

import java.util.List;
import java.util.Optional;

/**
 * The judgement that a person read the mail, the less sure the more speaks against it. A name is easily forged, by
 * scanners too, so where it comes from and how it behaves must count as well.
 */
final class Reading {

    private final List<Optional<Judgement>> byDoubts;

    private Reading(List<Optional<Judgement>> byDoubts) {
        this.byDoubts = byDoubts;
    }

    /** As sure as this at best. */
    static Reading of(Reason reason, Confidence best) {
        return new Reading(
                switch (best) {
                    case HIGH ->
                        List.of(
                                read(reason, Confidence.HIGH),
                                read(reason, Confidence.MEDIUM),
                                read(reason, Confidence.LOW));
                    case MEDIUM -> List.of(read(reason, Confidence.MEDIUM), read(reason, Confidence.LOW));
                    case LOW -> List.of(read(reason, Confidence.LOW));
                });
    }

    private static Optional<Judgement> read(Reason reason, Confidence confidence) {
        return Optional.of(new Judgement(Verdict.HUMAN, reason, confidence, null));
    }

    Optional<Judgement> given(Evidence evidence) {
        return byDoubts.get(Math.min(doubts(evidence), byDoubts.size() - 1));
    }

    private static int doubts(Evidence evidence) {
        boolean machineRoom = Networks.isRented(evidence) || Networks.isSecurity(evidence);
        return (machineRoom ? 1 : 0) + (BatchScan.isSeveral(evidence) ? 1 : 0) + (TooSoon.isTooSoon(evidence) ? 1 : 0);
    }
}
