package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** Yahoo Mail and AOL showing the image through Yahoo's proxy. */
final class YahooDisplay implements NamedRule {

    private static final Phrases<String> NAMES =
            Phrases.of("yahoo", "YahooMailProxy", "Yahoo Mailproxy", "YahooCacheSystem");

    private static final Optional<Judgement> CONFIRMED = shown(Confidence.HIGH);
    private static final Optional<Judgement> NAMED = shown(Confidence.MEDIUM);
    private static final Optional<Judgement> CLAIMED =
            Optional.of(new Judgement(Verdict.UNDECIDED, Reason.CLAIMED_PROXY, Confidence.LOW, null));

    private static Optional<Judgement> shown(Confidence confidence) {
        return Optional.of(new Judgement(Verdict.IMAGE_PROXY, Reason.YAHOO_DISPLAY, confidence, "yahoo"));
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        if (!NAMES.isIn(evidence.userAgent())) {
            return Optional.empty();
        }
        return switch (Origin.of(evidence, NetworkKind.YAHOO_PROXY, Networks.YAHOO)) {
            case CONFIRMED -> CONFIRMED;
            case UNKNOWN -> NAMED;
            case ELSEWHERE -> CLAIMED;
        };
    }

    @Override
    public Phrases<?> names() {
        return NAMES;
    }

    @Override
    public String inWords() {
        return "Yahoo's image proxy by its name (YahooMailProxy) is Yahoo Mail or AOL showing the mail to somebody, for"
                + " sure where the address is Yahoo's. From a network of somebody else the name proves nothing.";
    }
}
