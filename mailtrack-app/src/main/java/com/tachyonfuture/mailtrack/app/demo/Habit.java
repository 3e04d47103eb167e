package com.tachyonfuture.mailtrack.app.demo;

import java.util.List;

/// How somebody in the sample data gets to see mail.
enum Habit {
    /// Apple's servers fetch ahead, and now and then a device shows the image itself.
    APPLE,
    /// Apple's servers fetch ahead, and that is all.
    APPLE_PRIVATE,
    GMAIL,
    YAHOO,
    OUTLOOK,
    OUTLOOK_WEB,
    THUNDERBIRD,
    EM_CLIENT,
    WEBMAIL,
    /// A gateway looks at the mail before anybody gets it.
    GATEWAY,
    /// Shows no images.
    NEVER;

    /// The programs that show the image when somebody reads, more often the more often they are listed; empty where
    /// nobody ever sees that.
    List<String> programs() {
        return switch (this) {
            case APPLE -> List.of("apple-iphone", "apple-iphone", "apple-mac", "apple-ipad");
            case GMAIL -> List.of("gmail");
            case YAHOO -> List.of("yahoo");
            case OUTLOOK ->
                List.of("outlook-windows", "outlook-windows", "outlook-windows", "outlook-iphone", "office");
            case OUTLOOK_WEB -> List.of("outlook-web");
            case THUNDERBIRD -> List.of("thunderbird-linux", "thunderbird-windows");
            case EM_CLIENT -> List.of("em-client");
            case WEBMAIL -> List.of("webmail-chrome", "webmail-firefox", "webmail-android");
            case GATEWAY -> List.of("outlook-windows", "outlook-windows", "outlook-mac");
            case APPLE_PRIVATE, NEVER -> List.of();
        };
    }
}
