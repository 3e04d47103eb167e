package com.tachyonfuture.mailtrack.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the text of a setting must look like, and the value that it becomes.
///
/// @param allowed what is allowed, for messages and the documentation
/// @param reading turns the text into the value, or throws [BadValue]
/// @param display turns the text into what messages may show of it
/// @param trimmed whether white space around the text is dropped; it is part of a secret
record Format<T>(String allowed, Function<String, T> reading, UnaryOperator<String> display, boolean trimmed) {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\+?\\d{1,10}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h|d)");
    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@,<>\"]+@[^\\s@,<>\"]+");
    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");

    /// @throws BadValue if the text is not allowed
    T read(String text) {
        return reading.apply(text);
    }

    static Format<Integer> wholeNumber(int least, int most) {
        return visible("a whole number from " + least + " to " + most, text -> {
            require(WHOLE_NUMBER.matcher(text).matches());
            long number = Long.parseLong(text);
            require(number >= least && number <= most);
            return (int) number;
        });
    }

    /// Every word that the Python service's settings library takes for a boolean.
    static Format<Boolean> yesOrNo() {
        return visible("`true` or `false` (also yes/no, on/off, 1/0, in any case)", text -> {
            String word = text.toLowerCase(Locale.ROOT);
            require(YES.contains(word) || NO.contains(word));
            return YES.contains(word);
        });
    }

    static Format<Duration> duration(Duration least, Duration most) {
        String allowed = "a number with its unit (ms, s, m, h, d), from " + shortText(least) + " to " + shortText(most);
        return visible(allowed, text -> {
            Matcher matcher = DURATION.matcher(text);
            require(matcher.matches());
            Duration duration = Duration.ofMillis(Long.parseLong(matcher.group(1)) * milliseconds(matcher.group(2)));
            require(duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0);
            return duration;
        });
    }

    /// Zero needs no unit.
    static Format<Duration> durationOrZero(Duration most) {
        Format<Duration> some = duration(Duration.ZERO, most);
        return visible(
                "0, or " + some.allowed(),
                text -> text.equals("0") ? Duration.ZERO : some.reading().apply(text));
    }

    private static long milliseconds(String unit) {
        return switch (unit) {
            case "d" -> 86_400_000;
            case "h" -> 3_600_000;
            case "m" -> 60_000;
            case "s" -> 1_000;
            default -> 1;
        };
    }

    private static String shortText(Duration duration) {
        if (duration.toMillis() < 1_000) {
            return duration.toMillis() + "ms";
        }
        return duration.toDays() > 0 ? duration.toDays() + "d" : duration.toSeconds() + "s";
    }

    static Format<String> oneLine(int longest) {
        return visible("at most " + longest + " characters on one line", text -> {
            require(text.codePointCount(0, text.length()) <= longest);
            require(text.chars().noneMatch(Character::isISOControl));
            return text;
        });
    }

    static Format<Secret> secret(int longest) {
        return hidden("any text of at most " + longest + " characters", text -> {
            require(text.codePointCount(0, text.length()) <= longest);
            return Secret.of(text);
        });
    }

    /// A secret that travels in an HTTP header.
    static Format<Secret> key(int longest) {
        return hidden("at most " + longest + " visible ASCII characters, no spaces", text -> {
            require(text.length() <= longest && VISIBLE_ASCII.matcher(text).matches());
            return Secret.of(text);
        });
    }

    static Format<LogFormat> logFormat() {
        return visible("`json` or `text`", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "json" -> LogFormat.JSON;
            case "text" -> LogFormat.TEXT;
            default -> throw new BadValue();
        });
    }

    static Format<SpoolSync> spoolSync() {
        return visible("`always` or `interval`", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "always" -> SpoolSync.ALWAYS;
            case "interval" -> SpoolSync.INTERVAL;
            default -> throw new BadValue();
        });
    }

    static Format<ZoneId> timeZone() {
        return visible("a time zone such as `UTC` or `Europe/Vienna`", text -> {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new BadValue(Spelling.nearest(text, ZoneId.getAvailableZoneIds())
                        .map(zone -> "it may be meant as `" + zone + "`")
                        .orElse(""));
            }
        });
    }

    static Format<Path> path() {
        return visible("a path; relative ones begin at the working folder", text -> {
            try {
                if (text.startsWith("~")) {
                    throw new BadValue("it begins with ~, which only shells understand");
                }
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new BadValue("it is no path");
            }
        });
    }

    static Format<String> host() {
        return visible("a host name or an IP address", WebAddresses::host);
    }

    static Format<String> baseUrl() {
        return new Format<>(
                "`http://` or `https://`, a host and perhaps a path; no user, query or fragment",
                WebAddresses::baseUrl,
                UrlMask::mask,
                true);
    }

    static Format<List<String>> origins() {
        String allowed = "origins such as `https://mail.example.org` or `chrome-extension://...`, no path, no `*`, "
                + Lists.SEPARATORS;
        return visible(allowed, text -> Lists.of(text, WebAddresses::origin));
    }

    static Format<List<String>> networks() {
        String allowed =
                "networks such as `10.0.0.0/8`, or single addresses, " + Lists.SEPARATORS + "; `[]` trusts nobody";
        return visible(allowed, text -> Lists.of(text, Networks::normalized));
    }

    static Format<List<String>> mailAddresses() {
        return visible(
                "e-mail addresses, " + Lists.SEPARATORS,
                text -> Lists.of(text, address -> {
                    require(MAIL_ADDRESS.matcher(address).matches());
                    return address;
                }));
    }

    static Format<DatabaseUrl> databaseUrl() {
        return new Format<>(DatabaseUrl.ALLOWED, DatabaseUrl::parse, UrlMask::mask, true);
    }

    private static <T> Format<T> visible(String allowed, Function<String, T> reading) {
        return new Format<>(allowed, reading, UnaryOperator.identity(), true);
    }

    private static Format<Secret> hidden(String allowed, Function<String, Secret> reading) {
        return new Format<>(allowed, reading, _ -> Secret.MASK, false);
    }

    private static void require(boolean right) {
        if (!right) {
            throw new BadValue();
        }
    }
}
