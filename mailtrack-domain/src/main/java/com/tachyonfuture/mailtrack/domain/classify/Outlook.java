package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Map;
import java.util.Optional;

/**
 * Outlook by its names. That of Outlook on Windows has been seen on machines that fetch at once, so it is less sure
 * than the others.
 */
final class Outlook implements NamedRule {

    private static final Reading WINDOWS = Reading.of(Reason.OUTLOOK, Confidence.MEDIUM);
    private static final Reading OTHER = Reading.of(Reason.OUTLOOK, Confidence.HIGH);

    private static final Phrases<Reading> NAMES = Phrases.of(Map.of(
            "Microsoft Outlook", WINDOWS,
            "Microsoft Office Outlook", WINDOWS,
            "OneOutlook", OTHER,
            "Outlook-Mac", OTHER,
            "MacOutlook", OTHER,
            "Outlook-iOS", OTHER,
            "Outlook-iOS-Android", OTHER,
            "Outlook-Android", OTHER,
            "Outlook/", OTHER,
            "Outlook-Express", OTHER));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        Reading reading = NAMES.firstIn(evidence.userAgent());
        return reading == null ? Optional.empty() : reading.given(evidence);
    }

    @Override
    public Phrases<?> names() {
        return NAMES;
    }

    @Override
    public String inWords() {
        return "Outlook by its name (on Windows old and new, on Mac, iPhone and Android) shows the mail to somebody.";
    }
}
