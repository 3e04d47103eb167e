package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Optional;

/**
 * Gmail showing the image through Google's proxy. It does so for every mailbox that Google hosts, whatever its domain
 * and whatever gateway stands before it, so nothing of the recipient's is asked.
 *
 * <p>The same proxy has been seen within seconds after sending, before anybody can have looked. So those stay
 * undecided: whoever really reads makes it fetch again, since the image is never to be kept.
 */
final class GmailDisplay implements NamedRule {

    private static final Duration AT_DELIVERY = Duration.ofSeconds(10);

    private static final Phrases<String> NAMES = Phrases.of("google", "GoogleImageProxy", "via ggpht.com");

    private static final Optional<Judgement> CONFIRMED = shown(Confidence.HIGH);
    private static final Optional<Judgement> NAMED = shown(Confidence.MEDIUM);
    private static final Optional<Judgement> EARLY =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.GMAIL_AT_DELIVERY, Confidence.LOW, "google"));
    private static final Optional<Judgement> CLAIMED =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.CLAIMED_PROXY, Confidence.LOW, null));

    private static Optional<Judgement> shown(Confidence confidence) {
        return Optional.of(new Judgement(Verdict.IMAGE_PROXY, Reason.GMAIL_DISPLAY, confidence, "google"));
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        if (!NAMES.isIn(evidence.userAgent())) {
            return Optional.empty();
        }
        return switch (Origin.of(evidence, NetworkKind.GOOGLE_PROXY, Networks.GOOGLE)) {
            case ELSEWHERE -> CLAIMED;
            case CONFIRMED -> evidence.isWithin(AT_DELIVERY) ? EARLY : CONFIRMED;
            case UNKNOWN -> evidence.isWithin(AT_DELIVERY) ? EARLY : NAMED;
        };
    }

    @Override
    public Phrases<?> names() {
        return NAMES;
    }

    @Override
    public String inWords() {
        return "Google's image proxy by its name (GoogleImageProxy) is Gmail showing the mail to somebody, for sure"
                + " where the address is Google's. Within 10 seconds after the track was created it is undecided,"
                + " and from a network of somebody else the name proves nothing.";
    }
}
