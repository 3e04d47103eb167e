package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** Anything else through Apple's relay but a browser, whose owner may browse through it. */
final class AppleRelay implements Rule {

    private static final Optional<Judgement> AHEAD =
            Optional.of(new Judgement(Verdict.PREFETCH, Reason.APPLE_RELAY, Confidence.LOW, "apple"));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        boolean throughRelay = evidence.networks().contains(NetworkKind.APPLE_RELAY);
        return throughRelay && !Browser.isNamedBy(evidence.userAgent()) ? AHEAD : Optional.empty();
    }

    @Override
    public String inWords() {
        return "Whatever else comes through Apple's relay and is no browser is probably Apple fetching ahead.";
    }
}
