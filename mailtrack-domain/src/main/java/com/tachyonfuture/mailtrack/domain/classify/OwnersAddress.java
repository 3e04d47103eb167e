package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** The owner, by an address that they listed or taught. Others may share it, in an office or a family. */
final class OwnersAddress implements Rule {

    private static final Optional<Judgement> OWNER =
            Optional.of(new Judgement(Verdict.SELF, Reason.OWNERS_ADDRESS, Confidence.MEDIUM, null));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return evidence.ownersAddress() ? OWNER : Optional.empty();
    }

    @Override
    public String inWords() {
        return "A fetch from an address that you have called yours is your own.";
    }
}
