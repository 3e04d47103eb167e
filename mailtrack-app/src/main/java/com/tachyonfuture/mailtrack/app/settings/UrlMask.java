package com.tachyonfuture.mailtrack.app.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides what may be a password in something that was meant to be a URL.
///
/// Such a text is shown when it is wrong, so nothing can be taken for granted: where it is unclear what is a password,
/// too much is hidden rather than too little.
final class UrlMask {

    private static final Pattern URL =
            Pattern.compile("((?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*(?::loadbalance|:replication)?://)(.*)", Pattern.DOTALL);
    /// A name that is percent-encoded may spell "password" as well.
    private static final Pattern SECRET_PARAMETER =
            Pattern.compile("(?i)((?:pass|pwd|secret|key|%)[^=&?]*=)[^&]*", Pattern.DOTALL);

    private static final Pattern USER = Pattern.compile("[^:%/?#@]*");
    private static final Pattern HOSTS = Pattern.compile("[^:/?#]*(:\\d{1,5})?([/?#].*)?", Pattern.DOTALL);

    private UrlMask() {}

    static String mask(String text) {
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            return Secret.MASK;
        }
        String rest = SECRET_PARAMETER.matcher(url.group(2)).replaceAll("$1***");
        int at = rest.lastIndexOf('@');
        if (at >= 0) {
            return url.group(1) + credentials(rest.substring(0, at)) + rest.substring(at);
        }
        return url.group(1) + (HOSTS.matcher(rest).matches() ? rest : credentials(rest));
    }

    private static String credentials(String text) {
        Matcher user = USER.matcher(text);
        return user.matches() ? text : user.lookingAt() ? user.group() + ":" + Secret.MASK : Secret.MASK;
    }
}
