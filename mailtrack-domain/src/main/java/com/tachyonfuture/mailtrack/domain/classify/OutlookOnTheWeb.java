package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;
import java.util.Set;

/** A browser that shows the mail in Outlook.com or Outlook on the web, by the page that it names. */
final class OutlookOnTheWeb implements Rule {

    private static final Set<String> HOSTS = Set.of(
            "outlook.live.com",
            "outlook.com",
            "outlook.office.com",
            "outlook.office365.com",
            "outlook.cloud.microsoft");

    private static final Reading READING = Reading.of(Reason.OUTLOOK_WEB, Confidence.MEDIUM);

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        boolean there = HOSTS.contains(Referers.host(evidence.referer()));
        return there && Browser.isNamedBy(evidence.userAgent()) ? READING.given(evidence) : Optional.empty();
    }

    @Override
    public String inWords() {
        return "A browser that comes from a page of Outlook.com or Outlook on the web shows the mail to somebody.";
    }
}
