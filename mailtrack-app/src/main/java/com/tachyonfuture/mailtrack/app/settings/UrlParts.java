package com.tachyonfuture.mailtrack.app.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands behind `://` in a database URL, taken apart but not decoded.
///
/// Passwords are often written as they are, with `@`, `/`, `?` or `#` in them. So the credentials end at the first `@`
/// behind which all the rest is well formed, which is the last one unless the parameters hold another.
record UrlParts(String credentials, List<String> hosts, String database, String query) {

    private static final Pattern REST = Pattern.compile("([^/?#@]*)/([^/?#@]+)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("(?:[\\w.%-]+(?:=.*)?)?", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(\\[[^\\]]*]|[A-Za-z0-9._-]*)(?::(\\d{1,5}))?");
    private static final Pattern WITHOUT_DATABASE = Pattern.compile("[^/?#]*/*([?#].*)?", Pattern.DOTALL);
    private static final int LARGEST_PORT = 65_535;

    static UrlParts of(String text) {
        Optional<UrlParts> parts = behind("", text);
        for (int at = text.indexOf('@'); parts.isEmpty() && at >= 0; at = text.indexOf('@', at + 1)) {
            parts = behind(text.substring(0, at), text.substring(at + 1));
        }
        return parts.orElseThrow(() -> new BadValue(flaw(text)));
    }

    private static Optional<UrlParts> behind(String credentials, String text) {
        Matcher rest = REST.matcher(text);
        if (!rest.matches() || !areParameters(rest.group(3)) || !areHosts(rest.group(1))) {
            return Optional.empty();
        }
        List<String> hosts = Pattern.compile(",")
                .splitAsStream(rest.group(1))
                .map(host -> host.isBlank() ? "localhost" : host.strip())
                .toList();
        String query = rest.group(3) == null ? "" : rest.group(3);
        return Optional.of(new UrlParts(credentials, hosts, rest.group(2), query));
    }

    private static boolean areParameters(@Nullable String query) {
        return query == null
                || Pattern.compile("&")
                        .splitAsStream(query)
                        .allMatch(parameter -> PARAMETER.matcher(parameter).matches());
    }

    private static boolean areHosts(String hosts) {
        return Pattern.compile(",").splitAsStream(hosts).allMatch(host -> isHost(host.strip()));
    }

    private static boolean isHost(String text) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            return false;
        }
        String name = host.group(1);
        String port = host.group(2);
        boolean known = !name.startsWith("[") || WebAddresses.isIpv6(name.substring(1, name.length() - 1));
        return known && (port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= LARGEST_PORT));
    }

    private static String flaw(String text) {
        String rest = text.substring(text.lastIndexOf('@') + 1);
        return WITHOUT_DATABASE.matcher(rest).matches()
                ? "it names no database behind the host"
                : "what stands between :// and the database is not user:password@host:port, with a port from 1 to "
                        + LARGEST_PORT + " and IPv6 addresses in brackets";
    }
}
