package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** Programs that do not say what they are: scanners often, but also clients that care for privacy. */
final class NoUserAgent implements Rule {

    private static final Optional<Judgement> EITHER =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.NO_USER_AGENT, Confidence.LOW, null));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        String userAgent = evidence.userAgent();
        return userAgent == null || userAgent.isBlank() ? EITHER : Optional.empty();
    }

    @Override
    public String inWords() {
        return "A program that does not say what it is stays undecided.";
    }
}
