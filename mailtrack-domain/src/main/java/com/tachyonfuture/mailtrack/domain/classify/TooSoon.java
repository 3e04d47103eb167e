package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Optional;

/**
 * Fetches sooner than a mail can be delivered and read. Clocks disagree, and so does everybody on how soon that is, so
 * it counts only together with another sign, and never where the age is negative or not known.
 */
final class TooSoon implements Rule {

    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Optional<Judgement> SCAN =
            Optional.of(new Judgement(Verdict.SCANNER, Reason.TOO_SOON, Confidence.LOW, null));

    static boolean isTooSoon(Evidence evidence) {
        return evidence.isWithin(SOON);
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return isTooSoon(evidence) && !Browser.isNamedBy(evidence.userAgent()) ? SCAN : Optional.empty();
    }

    @Override
    public String inWords() {
        return "What comes within 10 seconds after the track was created, and from no browser or mail program that is"
                + " known, is perhaps a scan.";
    }
}
