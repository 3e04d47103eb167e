package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** What apps on phones and Macs fetch with. Mail apps do, and so do scripts and scanners. */
final class AppLibrary implements NamedRule {

    private static final Phrases<String> NAMES =
            Phrases.of("library", "okhttp", "Dalvik", "CFNetwork", "dataaccessd", "ExchangeWebServices");

    private static final Optional<Judgement> EITHER =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.APP_LIBRARY, Confidence.LOW, null));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return NAMES.isIn(evidence.userAgent()) ? EITHER : Optional.empty();
    }

    @Override
    public Phrases<?> names() {
        return NAMES;
    }

    @Override
    public String inWords() {
        return "The parts that apps fetch with (okhttp, Dalvik, CFNetwork, dataaccessd) stay undecided: mail apps use"
                + " them, and so do programs.";
    }
}
