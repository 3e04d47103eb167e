package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Optional;

/** Other mail programs that name themselves. Most apps on phones do not, and look like a browser. */
final class OtherMailApp implements NamedRule {

    private static final Phrases<String> NAMES = Phrases.of(
            "mail app",
            "eM Client",
            "eMClient",
            "Mailbird",
            "Mailspring",
            "BlueMail",
            "Airmail",
            "Superhuman",
            "Foxmail",
            "MailMaster",
            "MailMasterPC",
            "MailMaster_Android_Mobile",
            "NaverMailApp",
            "DaumMail",
            "Android-Gmail",
            "Yahoo%20Mail",
            "jp.co.yahoo.ymail",
            "WindowsMail",
            "The Bat!",
            "Lotus-Notes",
            "MailBar",
            "Barca/",
            "BarcaPro/",
            "Spicebird",
            "Evolution/",
            "KMail",
            "KMail2",
            "Sparrow");

    private static final Reading READING = Reading.of(Reason.MAIL_APP, Confidence.HIGH);

    @Override
    public Optional<Judgement> judge(Evidence evidence) {
        return NAMES.isIn(evidence.userAgent()) ? READING.given(evidence) : Optional.empty();
    }

    @Override
    public Phrases<?> names() {
        return NAMES;
    }

    @Override
    public String inWords() {
        return "Other mail programs by their names (eM Client, Mailbird, Airmail, BlueMail, Superhuman, Foxmail, The"
                + " Bat!, Evolution, KMail and others) show the mail to somebody.";
    }
}
