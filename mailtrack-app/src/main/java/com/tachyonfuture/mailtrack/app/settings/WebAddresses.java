package com.tachyonfuture.mailtrack.app.settings;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hosts, base URLs and origins as the owner may write them, in the form that we use.
final class WebAddresses {

    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern HTTP_URL = Pattern.compile("(?i)(https?)://([^/]+)(/.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(?::(\\d{1,5}))?");
    private static final Pattern EXTENSION =
            Pattern.compile("(?i)(chrome|moz|safari-web)-extension://[A-Za-z0-9-]{1,64}");
    /// The base URL is written into HTML and Markdown as it is, so nothing that has a meaning there may be in it.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:/._~%!$&+,;=\\[\\]-]*");

    private static final int LARGEST_PORT = 65_535;

    private WebAddresses() {}

    /// A host name or address, an IPv6 address without its brackets.
    static String host(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        String host = bracketed ? text.substring(1, text.length() - 1) : text;
        if (!isIpv6(host) && (bracketed || !HOST_NAME.matcher(host).matches())) {
            throw new BadValue();
        }
        return host;
    }

    static String baseUrl(String text) {
        Matcher url = HTTP_URL.matcher(text);
        if (!url.matches()) {
            throw new BadValue("it does not begin with http:// or https:// and a host");
        }
        if (text.contains("@")) {
            throw new BadValue("it holds an @; a user or password there would be sent out in every mail");
        }
        if (text.contains("?") || text.contains("#")) {
            throw new BadValue("it has a query or fragment");
        }
        if (!PLAIN.matcher(text).matches()) {
            throw new BadValue("it has characters that must be percent-encoded, or in a host name written as xn--");
        }
        String path = url.group(3);
        return scheme(url) + "://" + authority(url.group(2), "") + (path == null ? "" : withoutSlashAtEnd(path));
    }

    static String origin(String text) {
        String origin = withoutSlashAtEnd(text);
        if (EXTENSION.matcher(origin).matches()) {
            return origin.toLowerCase(Locale.ROOT);
        }
        Matcher url = HTTP_URL.matcher(origin);
        if (!url.matches() || url.group(3) != null) {
            throw new BadValue("it holds something that is not an origin");
        }
        // Browsers leave out the port that goes without saying.
        String unsaid = scheme(url).equals("https") ? "443" : "80";
        return scheme(url) + "://" + authority(url.group(2), unsaid).toLowerCase(Locale.ROOT);
    }

    private static String scheme(Matcher url) {
        return url.group(1).toLowerCase(Locale.ROOT);
    }

    private static String authority(String text, String unsaidPort) {
        Matcher authority = AUTHORITY.matcher(text);
        if (!authority.matches() || !isHost(authority.group(1)) || !isPort(authority.group(2))) {
            throw new BadValue("its host and port are not of the form host or host:port");
        }
        return unsaidPort.equals(authority.group(2)) ? authority.group(1) : text;
    }

    private static boolean isHost(String text) {
        return text.startsWith("[")
                ? isIpv6(text.substring(1, text.length() - 1))
                : HOST_NAME.matcher(text).matches();
    }

    private static boolean isPort(@Nullable String digits) {
        return digits == null || (Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= LARGEST_PORT);
    }

    static boolean isIpv6(String text) {
        try {
            return IPV6.matcher(text).matches() && InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutSlashAtEnd(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }
}
