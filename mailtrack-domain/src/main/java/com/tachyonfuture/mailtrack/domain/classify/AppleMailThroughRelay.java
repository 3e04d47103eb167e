package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/**
 * Apple Mail by its longer name, through Apple's relay. Some call that name Privacy Protection wherever it comes from,
 * others call it the mail client; the relay is what decides.
 */
final class AppleMailThroughRelay implements Rule {

    private static final Optional<Judgement> AHEAD =
            Optional.of(new Judgement(Verdict.PREFETCH, Reason.APPLE_RELAY_PREFETCH, Confidence.MEDIUM, "apple"));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        boolean throughRelay = evidence.networks().contains(NetworkKind.APPLE_RELAY);
        return throughRelay && AppleMail.isNamedBy(evidence.userAgent()) ? AHEAD : Optional.empty();
    }

    @Override
    public String inWords() {
        return "Apple Mail that comes through Apple's relay is fetching ahead.";
    }
}
