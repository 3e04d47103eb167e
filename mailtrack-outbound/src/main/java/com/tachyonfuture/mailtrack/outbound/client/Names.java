package com.tachyonfuture.mailtrack.outbound.client;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The library's names of browsers and systems, as people know them.
///
/// Some of its names are parts of the user agent, which anybody may choose, so they are cut and have no controls.
final class Names {

    static final int LONGEST = 64;

    private static final String NOT_KNOWN = "Other";

    /// What shows a page within another program says nothing of that program.
    private static final String NOTHING = "";

    private static final Map<String, String> BROWSERS = Map.ofEntries(
            Map.entry(NOT_KNOWN, NOTHING),
            Map.entry("Mozilla", NOTHING),
            Map.entry("Android", NOTHING),
            Map.entry("Electron", NOTHING),
            Map.entry("Chrome Mobile WebView", NOTHING),
            Map.entry("Mobile Safari UI/WKWebView", NOTHING),
            Map.entry("Apple Mail", "Apple Mail"),
            Map.entry("Chrome Mobile", "Chrome"),
            Map.entry("Chrome Mobile iOS", "Chrome"),
            Map.entry("Edge Mobile", "Edge"),
            Map.entry("Firefox Mobile", "Firefox"),
            Map.entry("Firefox iOS", "Firefox"),
            Map.entry("IE", "Internet Explorer"),
            Map.entry("IE Mobile", "Internet Explorer"),
            Map.entry("Mobile Safari", "Safari"),
            Map.entry("Opera Mobile", "Opera"),
            Map.entry("DuckDuckGo Mobile", "DuckDuckGo"));

    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry(NOT_KNOWN, NOTHING),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Mac OS", "macOS"),
            Map.entry("Chrome OS", "ChromeOS"),
            Map.entry("Ubuntu", "Linux"),
            Map.entry("Debian", "Linux"),
            Map.entry("Fedora", "Linux"),
            Map.entry("Red Hat", "Linux"),
            Map.entry("SUSE", "Linux"),
            Map.entry("Arch Linux", "Linux"),
            Map.entry("Linux Mint", "Linux"));

    private Names() {}

    static @Nullable String ofBrowser(String family) {
        return tidy(BROWSERS.getOrDefault(family, family));
    }

    static @Nullable String ofSystem(String family, String userAgent) {
        boolean tablet = family.equals("iOS") && userAgent.contains("iPad");
        return tablet ? "iPadOS" : tidy(SYSTEMS.getOrDefault(family, family));
    }

    private static @Nullable String tidy(String name) {
        String printable = name.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return printable.isEmpty() ? null : printable;
    }
}
