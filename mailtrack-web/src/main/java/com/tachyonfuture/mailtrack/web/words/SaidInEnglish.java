package com.tachyonfuture.mailtrack.web.words;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A text that the core says in English, known again by our English text of the same words. So the core, which speaks
/// to programs as well, needs no keys for people's languages.
///
/// @param values what the text was filled with
record SaidInEnglish(String key, List<String> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    /// @param prefix that of the keys to look at
    static Optional<SaidInEnglish> find(Map<String, String> english, String prefix, String text) {
        return english.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .flatMap(entry -> match(entry.getKey(), entry.getValue(), text).stream())
                .findFirst();
    }

    private static Optional<SaidInEnglish> match(String key, String template, String text) {
        String pattern = Arrays.stream(PLACEHOLDER.split(template, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("(\\w+)"));
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.matches()
                ? Optional.of(new SaidInEnglish(
                        key,
                        IntStream.rangeClosed(1, matcher.groupCount())
                                .mapToObj(matcher::group)
                                .toList()))
                : Optional.empty();
    }
}
