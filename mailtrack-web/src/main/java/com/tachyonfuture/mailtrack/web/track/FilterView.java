package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.web.classify.VerdictView;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form above the list: what is asked for, and the ways to ask for something else.
///
/// @param showsMore whether the fields for verdict and days are unfolded
/// @param verdicts what an open of a track may have been judged as
/// @param states the links that choose a state
/// @param chips what is asked for, each with a link that asks for the rest
public record FilterView(
        FieldView words,
        FieldView since,
        FieldView until,
        @Nullable String state,
        boolean showsMore,
        List<Choice> verdicts,
        List<StateLink> states,
        List<Chip> chips) {

    /// A link that chooses a state.
    ///
    /// @param more what the word leaves open, for whoever can't see the rest of the page
    public record StateLink(String href, String word, String more, boolean current) {}

    /// A verdict to choose; an empty value stands for any.
    public record Choice(String value, String word, boolean chosen) {}

    /// One thing that is asked for.
    ///
    /// @param hrefWithout the search without it
    public record Chip(String text, String hrefWithout) {}

    static FilterView of(OverviewSearch search, FieldErrors errors, Words words) {
        return new FilterView(
                errors.field("q", search.q()),
                errors.field("since", search.since()),
                errors.field("until", search.until()),
                search.state(),
                search.hasMore(),
                verdicts(search, words),
                List.of(
                        link(search, null, "all", words),
                        link(search, TrackState.WAITING, "waiting", words),
                        link(search, TrackState.DELIVERED, "delivered", words),
                        link(search, TrackState.READ, "read", words)),
                chips(search, words));
    }

    private static StateLink link(OverviewSearch search, @Nullable TrackState state, String name, Words words) {
        OverviewSearch other = search.withState(state);
        boolean current =
                other.state() == null ? search.state() == null : other.state().equals(search.state());
        return new StateLink(
                other.href(), words.of("filter.state." + name), words.of("filter.state." + name + ".more"), current);
    }

    private static List<Choice> verdicts(OverviewSearch search, Words words) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words.of("filter.verdict.any"), search.verdict() == null));
        for (Verdict verdict : Verdict.values()) {
            String code = verdict.code();
            choices.add(new Choice(code, VerdictView.of(verdict, words).word(), code.equals(search.verdict())));
        }
        return List.copyOf(choices);
    }

    private static List<Chip> chips(OverviewSearch search, Words words) {
        var chips = new ArrayList<Chip>();
        if (search.q() != null) {
            chips.add(new Chip(
                    words.of("filter.chip.words", cut(search.q())),
                    search.withoutWords().href()));
        }
        if (search.state() != null) {
            chips.add(new Chip(
                    words.of("filter.chip.state", state(search.state(), words)),
                    search.withState(null).href()));
        }
        if (search.verdict() != null) {
            chips.add(new Chip(
                    words.of("filter.chip.verdict", verdict(search.verdict(), words)),
                    search.withoutVerdict().href()));
        }
        if (search.since() != null) {
            chips.add(new Chip(
                    words.of("filter.chip.since", cut(search.since())),
                    search.withoutFirstDay().href()));
        }
        if (search.until() != null) {
            chips.add(new Chip(
                    words.of("filter.chip.until", cut(search.until())),
                    search.withoutLastDay().href()));
        }
        return List.copyOf(chips);
    }

    private static String cut(String text) {
        return Shown.or(Shown.cut(text), "");
    }

    private static String state(String name, Words words) {
        return switch (name) {
            case "waiting", "delivered", "read" -> words.of("filter.state." + name);
            default -> cut(name);
        };
    }

    private static String verdict(String code, Words words) {
        return Verdict.of(code)
                .map(known -> VerdictView.of(known, words).word())
                .orElseGet(() -> cut(code));
    }
}
