package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why an open was judged as it was. Codes are stable: clients and stored opens use them. */
public enum Reason {
    OWNERS_BROWSER("You opened it yourself, in a browser that is signed in to this dashboard."),
    OWNERS_ADDRESS("It came from an address that you have called your own."),
    SENT_COPY("It came from where the mail was made, seconds after that: you saw the copy that you sent."),
    DECLARED_PREFETCH("The program said itself that it was loading ahead, before anybody looked."),
    GMAIL_DISPLAY("Gmail showed the mail to somebody. Google fetched the image for them, so place and device are not"
            + " theirs."),
    GMAIL_AT_DELIVERY("Google fetched the image for Gmail, but so soon that hardly anybody can have looked yet."),
    GMAIL_PREFETCH(
            "Gmail loaded the image ahead because somebody had Gmail open when the mail arrived. That is no reading."),
    GMAIL_PREFETCH_DISPUTED("It looks like Gmail loading ahead, but nothing shows that it came from Google."),
    CLAIMED_PROXY("It called itself the image proxy of a mail service, but did not come from that service's network."),
    YAHOO_DISPLAY(
            "Yahoo Mail or AOL showed the mail to somebody. Yahoo fetched the image for them, so place and device are"
                    + " not theirs."),
    MAIL_PROXY_DISPLAY(
            "A mail service fetched the image for somebody who reads there, so place and device are not theirs."),
    APPLE_PREFETCH(
            "Apple Mail loaded the image ahead to protect its user's privacy. That happens whether or not anybody"
                    + " reads."),
    APPLE_RELAY_PREFETCH(
            "Apple Mail loaded the image through Apple's relay, which it does whether or not anybody reads."),
    APPLE_RELAY("It came through Apple's relay and was no browser, so Apple probably loaded it ahead."),
    NAMED_SCANNER("A security product checked the mail and said who it was."),
    LINK_PREVIEW("A chat or a social network made a preview: somebody passed the image's address on."),
    CRAWLER("A program that walks the web fetched it, and said who it was."),
    SCRIPT("A program fetched it with a tool that people do not read mail with."),
    MICROSOFT_SCAN("Microsoft's mail filter looked at the mail as it arrived."),
    OUTLOOK("Outlook showed the mail to somebody."),
    OFFICE_OR_OUTLOOK("Outlook showing the mail and Office checking a link look the same here."),
    THUNDERBIRD("Thunderbird, or a mail program made from it, showed the mail to somebody."),
    MAIL_APP("A mail program that says its name showed the mail to somebody."),
    APPLE_MAIL("Apple Mail, or a mail program built like it, showed the mail to somebody."),
    OUTLOOK_WEB("A browser showed the mail on a page of Outlook."),
    WEBMAIL("A browser showed the mail on a page that is called as webmail is."),
    MICROSOFT_NETWORK(
            "It came from Microsoft's mail network, where scans come from, and people who read in Outlook on the web."),
    SECURITY_NETWORK("It came from the network of a company that checks mail for others."),
    BEHIND_SECURITY_SERVICE(
            "A browser showed it through the network of a security company: a person, or a check that looks like one."),
    PRIVACY_PROXY("It came through a mail service that hides whether and when its users read."),
    BATCH_SCAN("One address fetched several of your mails within seconds, and not as people do."),
    SEVERAL_AT_ONCE(
            "One address fetched several of your mails within seconds: a check, or several people behind one address."),
    RENTED_SERVER_SCAN("It came from a rented server, and not as people read."),
    RENTED_SERVER("It came from a rented server: a check, or somebody who uses a VPN."),
    TOO_SOON("It came sooner than anybody could read, from a program that is not known."),
    NO_USER_AGENT("The program did not say what it was."),
    BROWSER("An ordinary browser showed the image, as for somebody who reads in webmail or in an app."),
    BROWSER_OF_OLD(
            "An ordinary browser fetched the image, probably for somebody who reads. What else it said was not kept"
                    + " at that time."),
    BROWSER_NOT_FOR_IMAGE("It called itself a browser, but nothing shows that it wanted an image to show."),
    APP_LIBRARY("An app fetched it that does not say its name: perhaps a mail app, perhaps not."),
    UNKNOWN_AGENT("Nobody here knows the program that fetched it."),
    FORMER_SERVICE("The service that recorded it did not take it for somebody reading, and nothing kept is surer."),
    NO_EVIDENCE("Nothing that came with this fetch tells what it was.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** The word for it in tables and the API, such as {@code no_evidence}; at most 32 characters. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For somebody who knows nothing of mail systems. */
    public String sentence() {
        return sentence;
    }

    public static Optional<Reason> of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
