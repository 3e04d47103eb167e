package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.web.classify.VerdictView;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form that chooses tracks.
///
/// @param open whether the fields beside the search are unfolded
/// @param kept what the form sends besides
/// @param chips what is asked for, each with a link that asks for the rest
/// @param hrefOfAll the page without any filter
public record AnalyticsFilterView(
        FieldView words,
        FieldView recipient,
        FieldView group,
        FieldView since,
        FieldView until,
        List<Choice> states,
        List<Choice> verdicts,
        boolean open,
        Map<String, String> kept,
        List<Chip> chips,
        String hrefOfAll) {

    private static final List<String> STATES = List.of("waiting", "delivered", "read", "hot", "quiet", "stopped");

    /// A value to choose; an empty one stands for any.
    public record Choice(String value, String word, boolean chosen) {}

    /// One thing that is asked for.
    ///
    /// @param hrefWithout the page without it
    public record Chip(String text, String hrefWithout) {}

    static AnalyticsFilterView of(AnalyticsSearch search, FieldErrors errors, Words words) {
        Map<String, String> filters = search.filters();
        return new AnalyticsFilterView(
                errors.field("q", filters.get("q")),
                errors.field("recipient", filters.get("recipient")),
                errors.field("message_group_id", filters.get("message_group_id")),
                errors.field("since", filters.get("since")),
                errors.field("until", filters.get("until")),
                states(filters.get("state"), words),
                verdicts(filters.get("verdict"), words),
                filters.keySet().stream().anyMatch(name -> !name.equals("q")),
                kept(search),
                filters.entrySet().stream()
                        .map(filter -> chip(filter.getKey(), filter.getValue(), search, words))
                        .toList(),
                search.hrefWithout(name -> true));
    }

    private static Map<String, String> kept(AnalyticsSearch search) {
        Map<String, String> kept = search.period().parameters();
        String pinned = search.filters().get("pinned");
        if (pinned != null) {
            kept.put("pinned", pinned);
        }
        return kept;
    }

    private static List<Choice> states(@Nullable String chosen, Words words) {
        Stream<Choice> any = Stream.of(new Choice("", words.of("filter.state.all"), chosen == null));
        return Stream.concat(
                        any,
                        STATES.stream()
                                .map(state ->
                                        new Choice(state, words.of("filter.state." + state), state.equals(chosen))))
                .toList();
    }

    private static List<Choice> verdicts(@Nullable String chosen, Words words) {
        Stream<Choice> any = Stream.of(new Choice("", words.of("filter.verdict.any"), chosen == null));
        return Stream.concat(
                        any,
                        Stream.of(Verdict.values())
                                .map(verdict -> new Choice(
                                        verdict.code(),
                                        VerdictView.of(verdict, words).word(),
                                        verdict.code().equals(chosen))))
                .toList();
    }

    private static Chip chip(String name, String value, AnalyticsSearch search, Words words) {
        String text = words.of("filter.chip." + name, shown(name, value, words));
        return new Chip(text, search.hrefWithout(name::equals));
    }

    private static String shown(String name, String value, Words words) {
        String word = switch (name) {
            case "state" -> STATES.contains(value) ? words.of("filter.state." + value) : null;
            case "verdict" ->
                Verdict.of(value)
                        .map(verdict -> VerdictView.of(verdict, words).word())
                        .orElse(null);
            default -> null;
        };
        return Objects.requireNonNullElse(word, value);
    }
}
