package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.web.classify.VerdictView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What filters of tracks are called on pages.
public final class FilterWords {

    /// A value to choose; an empty one stands for any.
    public record Choice(String value, String word, boolean chosen) {}

    private FilterWords() {}

    /// What an open of a track may have been judged as.
    ///
    /// @param chosen null for any
    public static List<Choice> verdicts(@Nullable String chosen, Words words) {
        Stream<Choice> any = Stream.of(new Choice("", words.of("filter.verdict.any"), chosen == null));
        Stream<Choice> verdicts = Stream.of(Verdict.values())
                .map(verdict -> new Choice(
                        verdict.code(),
                        VerdictView.of(verdict, words).word(),
                        verdict.code().equals(chosen)));
        return Stream.concat(any, verdicts).toList();
    }

    /// The states that a track may be in.
    ///
    /// @param chosen null for any
    public static List<Choice> states(@Nullable String chosen, Words words) {
        Stream<Choice> any = Stream.of(new Choice("", words.of("filter.state.all"), chosen == null));
        Stream<Choice> states = Stream.of(StateWord.values())
                .map(StateWord::code)
                .map(code -> new Choice(code, words.of("filter.state." + code), code.equals(chosen)));
        return Stream.concat(any, states).toList();
    }

    /// One thing that is asked for: "state: Read".
    ///
    /// @param name of the parameter
    /// @param value as it was sent, which may be none that there is
    public static String of(String name, String value, Words words) {
        return words.of("filter.chip." + name, shown(name, value, words));
    }

    private static String shown(String name, String value, Words words) {
        Stream<Choice> choices = switch (name) {
            case "state" -> states(value, words).stream();
            case "verdict" -> verdicts(value, words).stream();
            case "pinned" ->
                Stream.of("true", "false")
                        .map(claim -> new Choice(claim, words.of("filter.is." + claim), claim.equals(value)));
            default -> Stream.empty();
        };
        return choices.filter(Choice::chosen)
                .findFirst()
                .map(Choice::word)
                .orElseGet(() -> Shown.or(Shown.cut(value), ""));
    }
}
