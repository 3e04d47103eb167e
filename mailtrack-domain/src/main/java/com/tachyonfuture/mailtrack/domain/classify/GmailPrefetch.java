package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gmail fetching images ahead for somebody who has it open while the mail arrives. It calls itself three browsers at
 * once, which no browser does. Some say that Outlook.com does the same, so the name alone does not decide.
 */
final class GmailPrefetch implements Rule {

    private static final String NAME = "Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0";
    private static final Duration SOON = Duration.ofMinutes(5);

    private static final Optional<Judgement> SURE = ahead(Confidence.HIGH);
    private static final Optional<Judgement> USUAL = ahead(Confidence.MEDIUM);
    private static final Optional<Judgement> LATE = ahead(Confidence.LOW);
    private static final Optional<Judgement> DISPUTED =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.GMAIL_PREFETCH_DISPUTED, Confidence.LOW, null));

    private static Optional<Judgement> ahead(Confidence confidence) {
        return Optional.of(new Judgement(Verdict.PREFETCH, Reason.GMAIL_PREFETCH, confidence, "google"));
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        String userAgent = evidence.userAgent();
        if (userAgent == null || !userAgent.endsWith(NAME)) {
            return Optional.empty();
        }
        boolean googles = Origin.of(evidence, NetworkKind.GOOGLE_PROXY, Networks.GOOGLE) == Origin.CONFIRMED;
        boolean refersToGmail = isGmail(evidence.referer());
        if (!googles && !refersToGmail) {
            return DISPUTED;
        }
        if (!evidence.isWithin(SOON)) {
            return LATE;
        }
        return googles ? SURE : USUAL;
    }

    private static boolean isGmail(@Nullable String referer) {
        return "mail.google.com".equals(Referers.host(referer));
    }

    @Override
    public String inWords() {
        return "The name that ends in \"Edge/12.246 Mozilla/5.0\", from Google's network or with Gmail as the page that"
                + " it comes from, is Gmail fetching ahead, most surely within 5 minutes after the track was created."
                + " Without either, it stays undecided.";
    }
}
