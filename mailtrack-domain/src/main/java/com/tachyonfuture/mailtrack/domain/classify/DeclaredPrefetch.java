package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** A program that says itself that nobody looks at it yet. */
final class DeclaredPrefetch implements Rule {

    private static final Optional<Judgement> DECLARED =
            Optional.of(new Judgement(Verdict.PREFETCH, Reason.DECLARED_PREFETCH, Confidence.HIGH, null));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return evidence.signs().contains(Sign.DECLARED_PREFETCH) ? DECLARED : Optional.empty();
    }

    @Override
    public String inWords() {
        return "A request that declares itself as made ahead of anybody looking is believed.";
    }
}
