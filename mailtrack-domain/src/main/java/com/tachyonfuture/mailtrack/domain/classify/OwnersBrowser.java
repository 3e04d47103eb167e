package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** The owner, in a browser in which they signed in to the dashboard. */
final class OwnersBrowser implements Rule {

    private static final Optional<Judgement> OWNER =
            Optional.of(new Judgement(Verdict.SELF, Reason.OWNERS_BROWSER, Confidence.HIGH, null));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return evidence.signs().contains(Sign.OWNERS_BROWSER) ? OWNER : Optional.empty();
    }

    @Override
    public String inWords() {
        return "A fetch by a browser in which you have signed in to this dashboard is your own.";
    }
}
