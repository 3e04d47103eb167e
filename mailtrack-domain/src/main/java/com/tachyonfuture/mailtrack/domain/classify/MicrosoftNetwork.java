package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** Addresses of Microsoft, later: a late scan, or Outlook on the web showing the image through them. */
final class MicrosoftNetwork implements Rule {

    private static final Optional<Judgement> EITHER =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.MICROSOFT_NETWORK, Confidence.LOW, "microsoft"));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return evidence.networks().contains(NetworkKind.MICROSOFT_MAIL) ? EITHER : Optional.empty();
    }

    @Override
    public String inWords() {
        return "What comes from Microsoft's mail network later than that stays undecided: scans and Outlook on the web"
                + " both come from there.";
    }
}
