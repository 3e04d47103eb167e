package com.tachyonfuture.mailtrack.domain.classify;

import java.time.Duration;
import java.util.Optional;

/**
 * Networks of makers of security gateways. Some of them also carry what people browse, so a browser that shows an
 * image, and not at once, may be a person.
 */
final class SecurityNetwork implements Rule {

    private static final Duration SOON = Duration.ofMinutes(10);

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        if (!Networks.isSecurity(evidence)) {
            return Optional.empty();
        }
        boolean showing = Browser.isShowing(evidence) && !evidence.isWithin(SOON);
        String agent = Networks.securityAgent(evidence);
        return Optional.of(
                showing
                        ? new Judgement(Verdict.UNDECIDED, Reason.BEHIND_SECURITY_SERVICE, Confidence.LOW, null)
                        : new Judgement(Verdict.SCANNER, Reason.SECURITY_NETWORK, Confidence.MEDIUM, agent));
    }

    @Override
    public String inWords() {
        return "What comes from the network of a maker of security gateways is a scan. Only a browser that asks for an"
                + " image later than 10 minutes after the track was created stays undecided: people's own browsing goes"
                + " through some of these networks.";
    }
}
