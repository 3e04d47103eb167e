package com.tachyonfuture.mailtrack.app.settings;

import com.tachyonfuture.mailtrack.app.settings.DotEnv.Assignment;
import com.tachyonfuture.mailtrack.app.settings.DotEnv.Flaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `.env` text the way python-dotenv 1.2 does, so that the Python service's file means the same here.
///
/// Java's dotenv libraries cut an unquoted value at any `#`, which would silently shorten passwords; python-dotenv
/// cuts only at a `#` after white space. Its other habits are kept as well, also where they surprise: `${NAME}` is
/// expanded in single quotes too, and there is no way to escape it.
final class DotEnvSyntax {

    private static final Pattern BLANKS = Pattern.compile("(?U)[^\\S\\r\\n]*");
    private static final Pattern WHITE_SPACE = Pattern.compile("(?U)\\s*");
    private static final Pattern EXPORT = Pattern.compile("(?U)export[^\\S\\r\\n]+");
    private static final Pattern NAME = Pattern.compile("(?U)[^=#\\s]+");
    private static final Pattern QUOTED_NAME = Pattern.compile("'[^']+'");
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*");
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\n|\\r");
    private static final Pattern INLINE_COMMENT = Pattern.compile("(?Us)\\s+#.*");
    private static final Pattern TRAILING_BLANKS = Pattern.compile("(?U)(?<!\\s)\\s+\\z");
    private static final Pattern DOUBLE_QUOTE_ESCAPE = Pattern.compile("\\\\([\\\\'\"abfnrtv])");
    private static final Pattern SINGLE_QUOTE_ESCAPE = Pattern.compile("\\\\([\\\\'])");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}:]*)(?::-([^}]*))?}");

    private final String text;
    private final Map<String, String> variables;
    private final Map<String, Assignment> assignments = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private int position;

    private DotEnvSyntax(String text, Map<String, String> environment) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.variables = new HashMap<>(environment);
    }

    /// @param environment where `${NAME}` is looked up when the file has not set that name before
    static DotEnv parse(String text, Map<String, String> environment) {
        DotEnvSyntax syntax = new DotEnvSyntax(text, environment);
        syntax.readStatements();
        return new DotEnv(List.copyOf(syntax.assignments.values()), List.copyOf(syntax.flaws));
    }

    private void readStatements() {
        int counted = 0;
        int line = 1;
        skip(WHITE_SPACE);
        while (position < text.length()) {
            line += lineBreaks(counted, position);
            counted = position;
            readStatement(line);
            skip(WHITE_SPACE);
        }
    }

    private int lineBreaks(int from, int to) {
        return (int) LINE_BREAK.matcher(text).region(from, to).results().count();
    }

    private void readStatement(int line) {
        int start = position;
        if (!readAssignment(line)) {
            skip(LINE);
            boolean losesValue = text.substring(start, position).contains("=");
            flaws.add(new Flaw(line, losesValue));
        }
    }

    private boolean readAssignment(int line) {
        skip(EXPORT);
        if (at('#')) {
            return lineEnds();
        }
        Optional<String> name = at('\'') ? take(QUOTED_NAME).map(DotEnvSyntax::withoutQuotes) : take(NAME);
        skip(BLANKS);
        boolean hasValue = name.isPresent() && at('=');
        boolean startsLikeComment = false;
        Optional<String> value = Optional.of("");
        if (hasValue) {
            position++;
            skip(BLANKS);
            startsLikeComment = at('#');
            value = readValue();
        }
        if (name.isEmpty() || value.isEmpty() || !lineEnds()) {
            return false;
        }
        assign(name.get(), expanded(value.get()), line, startsLikeComment);
        return true;
    }

    private Optional<String> readValue() {
        if (at('\'')) {
            return readQuoted('\'').map(raw -> unescaped(SINGLE_QUOTE_ESCAPE, raw));
        }
        if (at('"')) {
            return readQuoted('"').map(raw -> unescaped(DOUBLE_QUOTE_ESCAPE, raw));
        }
        return take(LINE).map(DotEnvSyntax::withoutComment);
    }

    /// A quote after a backslash belongs to the value, unless no other quote follows that could close it.
    private Optional<String> readQuoted(char quote) {
        int open = position;
        int close = -1;
        for (int i = text.indexOf(quote, open + 1); i >= 0; i = text.indexOf(quote, i + 1)) {
            close = i;
            if (i == open + 1 || text.charAt(i - 1) != '\\') {
                break;
            }
        }
        if (close < 0) {
            return Optional.empty();
        }
        position = close + 1;
        return Optional.of(text.substring(open + 1, close));
    }

    private boolean lineEnds() {
        skip(BLANKS);
        if (at('#')) {
            skip(LINE);
        }
        return position == text.length() || at('\n') || at('\r');
    }

    private void assign(String name, String value, int line, boolean startsLikeComment) {
        variables.put(name, value);
        // The place in the order is that of the last assignment, because the last one counts.
        assignments.remove(name);
        assignments.put(name, new Assignment(name, Secret.of(value), line, startsLikeComment));
    }

    private String expanded(String value) {
        return VARIABLE.matcher(value)
                .replaceAll(variable ->
                        Matcher.quoteReplacement(resolved(variable.group(1), Optional.ofNullable(variable.group(2)))));
    }

    private String resolved(String name, Optional<String> fallback) {
        String value = variables.get(name);
        return value != null ? value : fallback.orElse("");
    }

    private static String withoutQuotes(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String withoutComment(String raw) {
        String value = INLINE_COMMENT.matcher(raw).replaceFirst("");
        return TRAILING_BLANKS.matcher(value).replaceFirst("");
    }

    private static String unescaped(Pattern escape, String raw) {
        return escape.matcher(raw)
                .replaceAll(
                        found -> Matcher.quoteReplacement(meaning(found.group(1).charAt(0))));
    }

    private static String meaning(char escaped) {
        return switch (escaped) {
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000B";
            default -> String.valueOf(escaped);
        };
    }

    private boolean at(char expected) {
        return position < text.length() && text.charAt(position) == expected;
    }

    private void skip(Pattern pattern) {
        take(pattern);
    }

    private Optional<String> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher.group());
    }
}
