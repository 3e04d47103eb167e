package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Optional;

/**
 * Microsoft's filters, which call themselves all kinds of browsers. Outlook on the web shows images through addresses
 * of Microsoft as well, so the network alone does not decide: only what comes soon is a scan.
 */
final class MicrosoftScan implements Rule {

    private static final Duration SOON = Duration.ofMinutes(2);

    private static final Optional<Judgement> SCAN =
            Optional.of(new Judgement(Verdict.SCANNER, Reason.MICROSOFT_SCAN, Confidence.MEDIUM, "microsoft"));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        boolean microsofts = evidence.networks().contains(NetworkKind.MICROSOFT_MAIL);
        return microsofts && evidence.isWithin(SOON) ? SCAN : Optional.empty();
    }

    @Override
    public String inWords() {
        return "What comes from Microsoft's mail filters within 2 minutes after the track was created is a scan,"
                + " whatever it calls itself.";
    }
}
