package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** Thunderbird by its name, and those made from it. It fetches an image once for each time that it shows a mail. */
final class Thunderbird implements NamedRule {

    private static final Phrases<String> NAMES =
            Phrases.of("thunderbird", "Thunderbird", "Betterbird", "Icedove", "Postbox", "SeaMonkey", "Iceape");

    private static final Reading READING = Reading.of(Reason.THUNDERBIRD, Confidence.HIGH);

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return NAMES.isIn(evidence.userAgent()) ? READING.given(evidence) : Optional.empty();
    }

    @Override
    public Phrases<?> names() {
        return NAMES;
    }

    @Override
    public String inWords() {
        return "Thunderbird and its kin by their names (Betterbird, Icedove, Postbox, SeaMonkey) show the mail to"
                + " somebody.";
    }
}
