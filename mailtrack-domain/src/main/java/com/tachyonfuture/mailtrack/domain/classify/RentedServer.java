package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Optional;

/**
 * Rented servers, where scanners live and hardly anybody reads; but people reach the net through them by VPN, and some
 * desktops stand there. Weak evidence, in either direction.
 */
final class RentedServer implements Rule {

    private static final Duration SOON = Duration.ofMinutes(10);

    private static final Optional<Judgement> SCAN =
            Optional.of(new Judgement(Verdict.SCANNER, Reason.RENTED_SERVER_SCAN, Confidence.LOW, null));
    private static final Optional<Judgement> EITHER =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.RENTED_SERVER, Confidence.LOW, null));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        if (!Networks.isRented(evidence)) {
            return Optional.empty();
        }
        boolean anotherSign = evidence.isWithin(SOON) || !Browser.isNamedBy(evidence.userAgent());
        return anotherSign ? SCAN : EITHER;
    }

    @Override
    public String inWords() {
        return "What comes from rented servers is perhaps a scan where it also comes within 10 minutes after the track"
                + " was created, or from no browser. Otherwise it stays undecided: people come through there by VPN.";
    }
}
