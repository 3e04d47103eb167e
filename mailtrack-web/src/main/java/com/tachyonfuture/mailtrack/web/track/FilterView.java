package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import com.tachyonfuture.mailtrack.web.classify.VerdictView;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
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

    static FilterView of(OverviewSearch search, FieldErrors errors) {
        return new FilterView(
                errors.field("q", search.q()),
                errors.field("since", search.since()),
                errors.field("until", search.until()),
                search.state(),
                search.hasMore(),
                verdicts(search),
                List.of(
                        link(search, null, "All", ""),
                        link(search, TrackState.WAITING, "Waiting", ", nothing but you fetched them yet"),
                        link(search, TrackState.DELIVERED, "Delivered", ", fetched but not read"),
                        link(search, TrackState.READ, "Read", ", at least once")),
                chips(search));
    }

    private static StateLink link(OverviewSearch search, @Nullable TrackState state, String word, String more) {
        OverviewSearch other = search.withState(state);
        boolean current =
                other.state() == null ? search.state() == null : other.state().equals(search.state());
        return new StateLink(other.href(), word, more, current);
    }

    private static List<Choice> verdicts(OverviewSearch search) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", "Anything", search.verdict() == null));
        for (Verdict verdict : Verdict.values()) {
            String code = verdict.code();
            choices.add(new Choice(code, VerdictView.of(verdict).word(), code.equals(search.verdict())));
        }
        return List.copyOf(choices);
    }

    private static List<Chip> chips(OverviewSearch search) {
        var chips = new ArrayList<Chip>();
        if (search.q() != null) {
            chips.add(new Chip(
                    "“" + Shown.cut(search.q()) + "”", search.withoutWords().href()));
        }
        if (search.state() != null) {
            chips.add(new Chip(
                    "state " + Shown.cut(search.state()), search.withState(null).href()));
        }
        if (search.verdict() != null) {
            chips.add(new Chip(
                    "with opens: " + verdict(search.verdict()),
                    search.withoutVerdict().href()));
        }
        if (search.since() != null) {
            chips.add(new Chip(
                    "from " + Shown.cut(search.since()),
                    search.withoutFirstDay().href()));
        }
        if (search.until() != null) {
            chips.add(new Chip(
                    "to " + Shown.cut(search.until()), search.withoutLastDay().href()));
        }
        return List.copyOf(chips);
    }

    private static String verdict(String code) {
        return Verdict.of(code)
                .map(known -> VerdictView.of(known).word())
                .orElseGet(() -> Shown.or(Shown.cut(code), "unknown"));
    }
}
