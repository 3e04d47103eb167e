package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Apple Mail Privacy Protection, which fetches images whether or not anybody reads. Since September 2021 it calls
 * itself {@code Mozilla/5.0} and nothing else, and says nothing of where it comes from.
 */
final class ApplePrefetch implements Rule {

    private static final Optional<Judgement> THROUGH_RELAY = ahead(Confidence.HIGH);
    private static final Optional<Judgement> BY_NAME = ahead(Confidence.MEDIUM);

    private static Optional<Judgement> ahead(Confidence confidence) {
        return Optional.of(new Judgement(Verdict.PREFETCH, Reason.APPLE_PREFETCH, confidence, "apple"));
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        if (!"Mozilla/5.0".equals(evidence.userAgent()) || !isAbsent(evidence.referer())) {
            return Optional.empty();
        }
        if (evidence.networks().contains(NetworkKind.APPLE_RELAY)) {
            return THROUGH_RELAY;
        }
        return isFilters(evidence) ? Optional.empty() : BY_NAME;
    }

    private static boolean isFilters(Evidence evidence) {
        return evidence.networks().contains(NetworkKind.MICROSOFT_MAIL) || Networks.isSecurity(evidence);
    }

    private static boolean isAbsent(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    @Override
    public String inWords() {
        return "A program that calls itself exactly \"Mozilla/5.0\" and names no page is Apple Mail fetching ahead, for"
                + " sure where it comes through Apple's relay. From the networks of mail filters it is not taken for"
                + " that.";
    }
}
