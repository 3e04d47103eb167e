package com.tachyonfuture.mailtrack.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tachyonfuture.mailtrack.app.settings.DotEnv.Flaw;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DotEnvSyntaxTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("HOME", "/root", "EMPTY", "");

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("plain", "A=b", "b"),
                arguments("spaces around name and value", " A = b ", "b"),
                arguments("export", "export A=b", "b"),
                arguments("export with a tab", "export\tA=b", "b"),
                arguments("quoted name", "'A'=b", "b"),
                arguments("hash inside an unquoted value", "A=b#c", "b#c"),
                arguments("hash as the first character", "A=#b", "#b"),
                arguments("comment after a space", "A=b #c", "b"),
                arguments("comment after a tab", "A=b\t#c", "b"),
                arguments("comment after a hash that is none", "A=b#c # d # e", "b#c"),
                arguments("spaces inside", "A=b  c", "b  c"),
                arguments("no-break space inside", "A=b\u00a0c", "b\u00a0c"),
                arguments("no-break space at the end", "A=b\u00a0", "b"),
                arguments("equals signs inside", "A=b=c==", "b=c=="),
                arguments("quote inside an unquoted value", "A=b'c\"d", "b'c\"d"),
                arguments("backslash in an unquoted value", "A=b\\nc", "b\\nc"),
                arguments("single quotes", "A='b c '", "b c "),
                arguments("hash in single quotes", "A='b #c'", "b #c"),
                arguments("escapes in single quotes", "A='b\\'c\\\\d\\n'", "b'c\\d\\n"),
                arguments("double quotes", "A=\"b c \"", "b c "),
                arguments("hash in double quotes", "A=\"b #c\"", "b #c"),
                arguments("escapes in double quotes", "A=\"\\a\\b\\f\\n\\r\\t\\v\"", "\u0007\b\f\n\r\t\u000b"),
                arguments("quotes and backslash in double quotes", "A=\"\\\"\\'\\\\\"", "\"'\\"),
                arguments("unknown escape in double quotes", "A=\"\\d\\$\"", "\\d\\$"),
                arguments("backslash before the last quote", "A=\"C:\\dir\\\"", "C:\\dir\\"),
                arguments("comment after quotes", "A=\"b\" # c", "b"),
                arguments("comment right after quotes", "A='b'#c", "b"),
                arguments("two lines in double quotes", "A=\"b\nc\"", "b\nc"),
                arguments("two lines in single quotes", "A='b\r\nc'", "b\r\nc"),
                arguments("empty", "A=", ""),
                arguments("empty quotes", "A=\"\"", ""),
                arguments("empty single quotes", "A=''", ""),
                arguments("name alone", "A", ""),
                arguments("comment right after a name", "A#B=c", ""),
                arguments("later line wins", "A=b\nA=c", "c"),
                arguments("later empty line wins", "A=b\nA=", ""),
                arguments("byte order mark", "\uFEFFA=b", "b"),
                arguments("Windows line ends", "A=b\r\nB=c\r\n", "b"),
                arguments("old Mac line ends", "A=b\rB=c", "b"),
                arguments("letters of other scripts", "A=\u00e0\uD83D\uDCE7", "\u00e0\uD83D\uDCE7"),
                arguments("comment lines and empty lines", "# A=x\n\n  # A=y\n\n A=b\n\n", "b"),
                arguments("variable of the environment", "A=${HOME}/x", "/root/x"),
                arguments("variable of the file", "B=c\nA=${B}${B}", "cc"),
                arguments("variable of the file before the environment's", "HOME=c\nA=${HOME}", "c"),
                arguments("variable set later", "A=${B}\nB=c", ""),
                arguments("variable that is unknown", "A=b${NOWHERE}c", "bc"),
                arguments("default of a variable", "A=${NOWHERE:-c d}", "c d"),
                arguments("default of an empty variable", "A=${EMPTY:-c}", ""),
                arguments("default not needed", "A=${HOME:-c}", "/root"),
                arguments("variable in double quotes", "A=\"${HOME}\"", "/root"),
                arguments("variable in single quotes", "A='${HOME}'", "/root"),
                arguments("dollar without braces", "A=$HOME", "$HOME"),
                arguments("dollar and brace that stay open", "A=${HOME", "${HOME"),
                arguments("dollar at the end", "A=p$", "p$"),
                arguments("value of a variable is not expanded again", "B='$'\nA=${B}{HOME}", "${HOME}"),
                arguments("dollar and backslash in a variable", "B='a$1\\\\2'\nA=${B}", "a$1\\2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void readsWhatPythonDotenvReads(String situation, String text, String value) {
        assertThat(assigned(text)).as(situation).containsEntry("A", value);
        assertThat(DotEnvSyntax.parse(text, ENVIRONMENT).flaws()).isEmpty();
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                arguments("words", "some words", new Flaw(1, false)),
                arguments("colon instead of equals sign", "A: b", new Flaw(1, false)),
                arguments("two names", "A B=c", new Flaw(1, true)),
                arguments("no name", "=b", new Flaw(1, true)),
                arguments("open double quote", "A=\"b", new Flaw(1, true)),
                arguments("open single quote", "A='b", new Flaw(1, true)),
                arguments("open quote of a name", "'A=b", new Flaw(1, true)),
                arguments("text after the closing quote", "A='b'c", new Flaw(1, true)),
                arguments("after empty lines", "\n\r\n\r\n\nA='b", new Flaw(5, true)),
                arguments("after a value of several lines", "B='1\n2\n3'\nA=\"b", new Flaw(4, true)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void namesLinesThatSayNothing(String situation, String text, Flaw flaw) {
        DotEnv dotEnv = DotEnvSyntax.parse(text, ENVIRONMENT);

        assertThat(dotEnv.flaws()).as(situation).containsExactly(flaw);
        assertThat(assigned(text)).doesNotContainKey("A");
    }

    @Test
    void goesOnAfterALineThatSaysNothing() {
        assertThat(assigned("A=\"b\nB=c\r\nwords here\r\nC=d"))
                .containsExactly(Map.entry("B", "c"), Map.entry("C", "d"));
    }

    @Test
    void knowsTheLineOfEachValue() {
        assertThat(DotEnvSyntax.parse("A=1\n\n# x\nB='\n\n'\nC=2\nA=3\n", ENVIRONMENT)
                        .assignments())
                .extracting(DotEnv.Assignment::name, DotEnv.Assignment::line)
                .containsExactly(tuple("B", 4), tuple("C", 7), tuple("A", 8));
    }

    @Test
    void readsAFileFullOfQuotesInTime() {
        String quotes = "A=\"" + "\\\"".repeat(300_000) + "\"\nB=c";

        assertThat(assigned(quotes)).containsEntry("A", "\"".repeat(300_000)).containsEntry("B", "c");
    }

    private static Map<String, String> assigned(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        DotEnvSyntax.parse(text, ENVIRONMENT)
                .assignments()
                .forEach(line -> values.put(line.name(), line.value().reveal()));
        return values;
    }
}
