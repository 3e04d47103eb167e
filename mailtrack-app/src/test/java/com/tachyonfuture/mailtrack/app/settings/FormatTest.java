package com.tachyonfuture.mailtrack.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatTest {

    private static final Format<Integer> NUMBER = Format.wholeNumber(1, 100);
    private static final Format<Duration> DURATION = Format.duration(Duration.ofMillis(10), Duration.ofSeconds(60));

    static Stream<Arguments> allowed() {
        return Stream.of(
                row(NUMBER, "1", 1),
                row(NUMBER, "100", 100),
                row(NUMBER, "+007", 7),
                row(Format.yesOrNo(), "TRUE", true),
                row(Format.yesOrNo(), "t", true),
                row(Format.yesOrNo(), "Yes", true),
                row(Format.yesOrNo(), "y", true),
                row(Format.yesOrNo(), "on", true),
                row(Format.yesOrNo(), "1", true),
                row(Format.yesOrNo(), "False", false),
                row(Format.yesOrNo(), "f", false),
                row(Format.yesOrNo(), "NO", false),
                row(Format.yesOrNo(), "n", false),
                row(Format.yesOrNo(), "off", false),
                row(Format.yesOrNo(), "0", false),
                row(DURATION, "10ms", Duration.ofMillis(10)),
                row(DURATION, "2 s", Duration.ofSeconds(2)),
                row(DURATION, "1m", Duration.ofMinutes(1)),
                row(Format.duration(Duration.ZERO, Duration.ofDays(1)), "3h", Duration.ofHours(3)),
                row(Format.duration(Duration.ZERO, Duration.ofDays(30)), "7d", Duration.ofDays(7)),
                row(Format.oneLine(3), "a\u00e4\uD83D\uDCE7", "a\u00e4\uD83D\uDCE7"),
                row(Format.secret(3), "\n\u00e4 ", Secret.of("\n\u00e4 ")),
                row(Format.key(255), "x", Secret.of("x")),
                row(Format.key(255), "!~".repeat(127), Secret.of("!~".repeat(127))),
                row(Format.logFormat(), "Json", LogFormat.JSON),
                row(Format.logFormat(), "text", LogFormat.TEXT),
                row(Format.timeZone(), "UTC", ZoneId.of("UTC")),
                row(Format.timeZone(), "America/Argentina/Buenos_Aires", ZoneId.of("America/Argentina/Buenos_Aires")),
                row(Format.timeZone(), "+02:00", ZoneId.of("+02:00")),
                row(Format.path(), "./a b", Path.of("./a b")),
                row(Format.host(), "localhost", "localhost"),
                row(Format.host(), "my_host-1.local", "my_host-1.local"),
                row(Format.host(), "0.0.0.0", "0.0.0.0"),
                row(Format.host(), "::", "::"),
                row(Format.host(), "[::1]", "::1"),
                row(Format.baseUrl(), "http://h", "http://h"),
                row(Format.baseUrl(), "HTTPS://Mail.example.org:8443//", "https://Mail.example.org:8443"),
                row(Format.baseUrl(), "http://[::1]:80/a/b%20c/", "http://[::1]:80/a/b%20c"),
                row(Format.origins(), "https://A.example:443", List.of("https://a.example")),
                row(Format.origins(), "http://a:80/ http://a:81", List.of("http://a", "http://a:81")),
                row(Format.origins(), "https://a:80", List.of("https://a:80")),
                row(Format.origins(), "http://[::1]:3000", List.of("http://[::1]:3000")),
                row(
                        Format.origins(),
                        "[\"chrome-extension://abc\",\"safari-web-extension://A-1\"]",
                        List.of("chrome-extension://abc", "safari-web-extension://a-1")),
                row(Format.networks(), "10.0.0.0/8", List.of("10.0.0.0/8")),
                row(Format.networks(), "10.1.2.3", List.of("10.1.2.3/32")),
                row(Format.networks(), "::1 , fc00::/7\n0.0.0.0/0", List.of("::1/128", "fc00::/7", "0.0.0.0/0")),
                row(Format.networks(), "::ffff:10.1.2.3", List.of("10.1.2.3/32")),
                row(Format.networks(), "::1,::1", List.of("::1/128")),
                row(Format.networks(), "[ \"::1\" , \"10.0.0.0/8\" ]", List.of("::1/128", "10.0.0.0/8")),
                row(Format.networks(), "[]", List.of()),
                row(Format.mailAddresses(), "a@b, c+d@e.f", List.of("a@b", "c+d@e.f")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("allowed")
    void whatIsAllowedBecomesAValue(Format<?> format, String text, Object value) {
        assertThat(format.read(text)).isEqualTo(value);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                        all(
                                NUMBER,
                                "0",
                                "101",
                                "-1",
                                "1.0",
                                "1e1",
                                "0x1",
                                "1 0",
                                "\u0661",
                                "99999999999999999999",
                                "x"),
                        all(Format.yesOrNo(), "2", "ja", "truee", "-1", "null"),
                        all(
                                DURATION,
                                "9ms",
                                "61s",
                                "2m",
                                "1",
                                "1d",
                                "1.5s",
                                "-1s",
                                "s",
                                "999999999h",
                                "9999999999ms",
                                "PT1S"),
                        all(Format.oneLine(3), "abcd", "a\nb", "a\u0000"),
                        all(Format.secret(3), "abcd"),
                        all(Format.key(255), "a b", "a\u00e4", "a\n", "x".repeat(256)),
                        all(Format.logFormat(), "xml", "JSON "),
                        all(Format.timeZone(), "Europe/Wien", "CET+25", "../etc/passwd", "UTC "),
                        all(Format.path(), "~/data", "~", "a\u0000b"),
                        all(Format.host(), "a b", "http://a", "a:80", "[a]", "[::1", "-a", "::x", "a/b", "\u00e4.at"),
                        all(
                                Format.baseUrl(),
                                "mail.example.org",
                                "ftp://h",
                                "http://",
                                "http:///p",
                                "http://u:p@h",
                                "http://u@h",
                                "http://h?x",
                                "http://h/#x",
                                "http://h:0",
                                "http://h:65536",
                                "http://h:x",
                                "http://[h]",
                                "http://h/a b",
                                "http://h/\"onload=",
                                "http://h/<b>",
                                "http://h/(a)",
                                "http://h/\u00e4",
                                "http://\u00e4.at",
                                "http://h\\x",
                                "javascript:alert(1)"),
                        all(
                                Format.origins(),
                                "*",
                                "null",
                                "a.example",
                                "https://a.example/path",
                                "https://a.example?x",
                                "https://u@a.example",
                                "https://*.example",
                                "ftp://a",
                                "chrome-extension://",
                                "chrome-extension://a/b",
                                "[\"https://a\"",
                                "[https://a]"),
                        all(
                                Format.networks(),
                                "10.0.0.0/33",
                                "::/129",
                                "10.0.0.0/-1",
                                "10.0.0.0/",
                                "10.0.0.0/8/8",
                                "10.0.0/8",
                                "256.0.0.1",
                                "1",
                                "::ffff:10.0.0.0/104",
                                "::x",
                                "localhost",
                                "/8",
                                "[\"10.0.0.0/8\"",
                                "['10.0.0.0/8']",
                                "[\"\"]",
                                "[10.0.0.0/8]",
                                "10.0.0.0/8 localhost"),
                        all(Format.mailAddresses(), "a", "@b", "a@", "a@b@c", "A <a@b>", "a@b,c"))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void whatIsNotAllowedIsRefusedWithoutRepeatingIt(Format<?> format, String text) {
        assertThatThrownBy(() -> format.read(text)).isInstanceOf(BadValue.class).hasNoCause();
    }

    @Test
    void aZoneThatIsNearlyRightIsRecognized() {
        assertThatThrownBy(() -> Format.timeZone().read("Europe/Viena")).hasMessageContaining("`Europe/Vienna`");
    }

    private static <T> Arguments row(Format<T> format, String text, T value) {
        return arguments(format, text, value);
    }

    private static Stream<Arguments> all(Format<?> format, String... texts) {
        return Stream.of(texts).map(text -> arguments(format, text));
    }
}
