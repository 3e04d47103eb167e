package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Map;
import java.util.Optional;

/**
 * Image proxies of other mail services that name themselves. That they fetch when somebody reads, and not before, is
 * less well established than for Gmail; Yandex and Fastmail use the same name for other work too.
 */
final class OtherDisplayProxy implements NamedRule {

    private static final Phrases<Optional<Judgement>> NAMES = Phrases.of(Map.of(
            "hey.com/imageproxy", shown("hey", Confidence.MEDIUM),
            "HeyImageProxy", shown("hey", Confidence.MEDIUM),
            "SeznamEmailProxy", shown("seznam", Confidence.MEDIUM),
            "RamblerMail", shown("rambler", Confidence.MEDIUM),
            "mail.ukr.net proxy", shown("ukr.net", Confidence.MEDIUM),
            "FastmailUA", shown("fastmail", Confidence.LOW),
            "YandexImageResizer", shown("yandex", Confidence.LOW)));

    private static Optional<Judgement> shown(String agent, Confidence confidence) {
        return Optional.of(new Judgement(Verdict.IMAGE_PROXY, Reason.MAIL_PROXY_DISPLAY, confidence, agent));
    }

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return NAMES.firstIn(evidence.userAgent(), Optional.empty());
    }

    @Override
    public Phrases<?> names() {
        return NAMES;
    }

    @Override
    public String inWords() {
        return "Image proxies of other mail services by their names (HEY, Seznam, Rambler, ukr.net, Fastmail, Yandex)"
                + " show the mail to somebody, as far as is known.";
    }
}
