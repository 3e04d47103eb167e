package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Optional;

/** The owner, who sees the mail once more as it goes out: in the editor, in a preview, among the sent mail. */
final class SentCopy implements Rule {

    private static final Duration OF_CREATION = Duration.ofSeconds(20);
    private static final Optional<Judgement> OWNER =
            Optional.of(new Judgement(Verdict.SELF, Reason.SENT_COPY, Confidence.MEDIUM, null));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return evidence.creatorsAddress() && evidence.isWithin(OF_CREATION) ? OWNER : Optional.empty();
    }

    @Override
    public String inWords() {
        return "A fetch within 20 seconds after the track was created, from the address that created it, is you seeing"
                + " what you sent.";
    }
}
