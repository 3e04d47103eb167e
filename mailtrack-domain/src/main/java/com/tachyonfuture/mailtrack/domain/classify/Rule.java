package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** One way to tell what fetched a pixel. */
public interface Rule {

    /** The judgement where the evidence is of the kind that this rule knows; empty leaves it to the next one. */
    Optional<Judgement> judge(Evidence evidence);

    /** In plain words what it looks at and what it concludes from that, for the page that lists the rules. */
    String inWords();
}
