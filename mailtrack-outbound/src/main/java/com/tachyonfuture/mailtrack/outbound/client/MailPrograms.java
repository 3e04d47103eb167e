package com.tachyonfuture.mailtrack.outbound.client;

import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The programs that show mail, by what is found in their user agents: libraries know browsers.
///
/// A text is searched for each sign once, so it takes time in proportion to its length, whatever it is.
final class MailPrograms {

    /// A program that shows mail.
    ///
    /// @param os where it runs, if it does not say
    /// @param device what it runs on, if it does not say
    record MailProgram(
            String sign,
            String name,
            @Nullable String os,
            @Nullable DeviceClass device) {}

    /// The first whose sign is there counts: `MacOutlook/` contains `Outlook/`.
    private static final List<MailProgram> ALL = List.of(
            desktop("OneOutlook/", "Outlook"),
            desktop("Outlook-Mac/", "Outlook for Mac", "macOS"),
            desktop("MacOutlook/", "Outlook for Mac", "macOS"),
            mobile("Outlook-iOS", "Outlook for iOS", "iOS"),
            mobile("Outlook-Android", "Outlook for Android", "Android"),
            desktop("Outlook-Express/", "Outlook Express", "Windows"),
            desktop("Microsoft Outlook", "Outlook"),
            desktop("Microsoft Office Outlook", "Outlook"),
            desktop("Outlook/", "Outlook for Mac"),
            new MailProgram("ms-office", "Microsoft Office", null, null),
            desktop("WindowsMail/", "Windows Mail", "Windows"),
            desktop("Thunderbird/", "Thunderbird"),
            desktop("Icedove/", "Thunderbird"),
            desktop("Postbox", "Postbox"),
            desktop("SeaMonkey/", "SeaMonkey"),
            desktop("Lotus-Notes/", "Lotus Notes"),
            desktop("The Bat!", "The Bat!", "Windows"),
            desktop("Airmail ", "Airmail", "macOS"),
            desktop("; Mail/", "Apple Mail", "macOS"),
            desktop("Evolution/", "Evolution", "Linux"),
            desktop("Mailspring/", "Mailspring"),
            desktop("Mailbird/", "Mailbird", "Windows"),
            desktop("eM Client/", "eM Client"),
            desktop("eMClient/", "eM Client"),
            desktop("BlueMail/", "BlueMail"),
            desktop("Foxmail/", "Foxmail"),
            desktop("MailMasterPC/", "Mail Master"),
            new MailProgram("MailMaster", "Mail Master", null, null),
            new MailProgram("YahooMobileMail/", "Yahoo Mail", null, DeviceClass.PHONE),
            mobile("Yahoo%20Mail/", "Yahoo Mail", "iOS"),
            mobile("jp.co.yahoo.ymail/", "Yahoo Mail", "iOS"),
            mobile("Android-Gmail/", "Gmail", "Android"),
            mobile("NaverMailApp/", "Naver Mail", "Android"),
            mobile("SamsungEmail", "Samsung Email", "Android"));

    /// What WebKit says of itself in every program that shows a page by it.
    private static final String WEB_KIT = "(KHTML, like Gecko)";

    /// It says nothing more than what Apple's own program does.
    private static final MailProgram APPLE_MAIL = new MailProgram(WEB_KIT, "Apple Mail", null, null);

    private MailPrograms() {}

    private static MailProgram desktop(String sign, String name) {
        return new MailProgram(sign, name, null, DeviceClass.DESKTOP);
    }

    private static MailProgram desktop(String sign, String name, String os) {
        return new MailProgram(sign, name, os, DeviceClass.DESKTOP);
    }

    private static MailProgram mobile(String sign, String name, String os) {
        return new MailProgram(sign, name, os, null);
    }

    static Optional<MailProgram> in(String userAgent) {
        for (MailProgram program : ALL) {
            if (userAgent.contains(program.sign())) {
                return Optional.of(program);
            }
        }
        return isAppleMail(userAgent) ? Optional.of(APPLE_MAIL) : Optional.empty();
    }

    /// On Apple's systems browsers name themselves after WebKit, and Mail does not.
    private static boolean isAppleMail(String userAgent) {
        boolean apples = userAgent.startsWith("Mozilla/5.0 (Macintosh;") || userAgent.startsWith("Mozilla/5.0 (iP");
        int webKit = apples ? userAgent.indexOf(WEB_KIT) : -1;
        return webKit >= 0 && isNoName(userAgent.substring(webKit + WEB_KIT.length()));
    }

    private static boolean isNoName(String rest) {
        return rest.isEmpty() || (rest.startsWith(" Mobile/") && rest.indexOf(' ', 1) < 0);
    }
}
