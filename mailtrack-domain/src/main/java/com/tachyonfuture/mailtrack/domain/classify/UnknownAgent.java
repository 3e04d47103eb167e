package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** Everything else. */
final class UnknownAgent implements Rule {

    private static final Optional<Judgement> UNKNOWN =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.UNKNOWN_AGENT, Confidence.LOW, null));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return UNKNOWN;
    }

    @Override
    public String inWords() {
        return "Everything else stays undecided.";
    }
}
