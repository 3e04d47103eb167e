package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/**
 * A name that Outlook on Windows uses for images, and that Office and Microsoft's link checkers use too. Only where
 * Outlook is named as well is it known to be Outlook.
 */
final class OfficeOrOutlook implements NamedRule {

    private static final Phrases<String> OFFICE = Phrases.of("office", "ms-office", "MSOffice");

    private static final Optional<Judgement> EITHER =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.OFFICE_OR_OUTLOOK, Confidence.LOW, null));

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return OFFICE.isIn(evidence.userAgent()) ? EITHER : Optional.empty();
    }

    @Override
    public Phrases<?> names() {
        return OFFICE;
    }

    @Override
    public String inWords() {
        return "The name \"ms-office\" without Outlook's stays undecided: Outlook shows images under it, and Office"
                + " checks links under it.";
    }
}
