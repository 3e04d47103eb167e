package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;
import java.util.Set;

/**
 * A browser that comes from a page of webmail: its host is called as such hosts are. Gmail and Yahoo are not meant,
 * which show images through their proxies.
 */
final class Webmail implements Rule {

    private static final Set<String> FIRST_LABELS =
            Set.of("mail", "webmail", "email", "owa", "roundcube", "zimbra", "horde", "rainloop", "snappymail", "sogo");

    private static final Reading READING = Reading.of(Reason.WEBMAIL, Confidence.MEDIUM);

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        String host = Referers.host(evidence.referer());
        boolean webmail = !host.isEmpty() && isWebmail(host);
        return webmail && Browser.isNamedBy(evidence.userAgent()) ? READING.given(evidence) : Optional.empty();
    }

    private static boolean isWebmail(String host) {
        int dot = host.indexOf('.');
        return dot > 0 && FIRST_LABELS.contains(host.substring(0, dot)) && !host.equals("mail.google.com");
    }

    @Override
    public String inWords() {
        return "A browser that comes from a page of webmail, by the name of its host (such as webmail.example.org),"
                + " shows the mail to somebody.";
    }
}
