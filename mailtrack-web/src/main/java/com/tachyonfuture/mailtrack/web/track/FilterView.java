package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.track.TracksCounted;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.page.AskedPeriod;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form above the list: what is asked for, and the ways to ask for something else.
///
/// @param kept what is asked for without a field, to be asked for again with the form
/// @param showsMore whether the fields for verdict and days are unfolded
/// @param verdicts what an open of a track may have been judged as
/// @param states the links that choose a state
/// @param sorts the links that choose an order
/// @param sort the order that is chosen, in words
/// @param chips what is asked for, each with a link that asks for the rest
/// @param hrefOfAll the list of all tracks
public record FilterView(
        FieldView words,
        FieldView since,
        FieldView until,
        List<Kept> kept,
        boolean showsMore,
        List<FilterWords.Choice> verdicts,
        List<StateLink> states,
        List<StateLink> sorts,
        String sort,
        List<Chip> chips,
        String hrefOfAll) {

    private static final List<String> WITHOUT_FIELD =
            List.of("state", "pinned", "recipient", "message_group_id", "sort");

    /// The names of what chips stand for, in their order.
    private static final List<String> CHIPS =
            List.of("q", "state", "pinned", "verdict", "recipient", "message_group_id", "since", "until");

    /// A hidden field.
    public record Kept(String name, String value) {}

    /// A link that chooses a state, or an order.
    ///
    /// @param more what the word leaves open, for whoever can't see the rest of the page
    /// @param count how many tracks there are in that state; null for an order
    public record StateLink(
            String href, String word, String more, @Nullable String count, boolean current) {}

    /// One thing that is asked for.
    ///
    /// @param hrefWithout the search without it
    public record Chip(String text, String hrefWithout) {}

    static FilterView of(
            OverviewSearch search, Counts counts, OverviewNumbers.Kinds kinds, FieldErrors errors, Words words) {
        return new FilterView(
                errors.field("q", search.text("q")),
                errors.field("since", search.text("since")),
                errors.field("until", search.text("until")),
                Stream.concat(WITHOUT_FIELD.stream(), AskedPeriod.NAMES.stream())
                        .flatMap(name -> Stream.ofNullable(search.text(name)).map(value -> new Kept(name, value)))
                        .toList(),
                search.hasMore(),
                FilterWords.verdicts(search.text("verdict"), words),
                states(search, counts, kinds, words),
                Stream.of(TrackSort.values())
                        .map(sort -> sort(search, sort, words))
                        .toList(),
                words.of("sort." + sort(search).code()),
                chips(search, words),
                search.ofAll().href());
    }

    private static List<StateLink> states(
            OverviewSearch search, Counts counts, OverviewNumbers.Kinds kinds, Words words) {
        var states = counts.states();
        return List.of(
                state(search, null, words.number(counts.tracks()), words),
                state(search, StateWord.WAITING, words.number(counts.waitingTracks()), words),
                state(search, StateWord.DELIVERED, words.number(states.delivered() - states.read()), words),
                state(search, StateWord.READ, words.number(states.read()), words),
                state(search, StateWord.HOT, found(kinds.hot(), words), words),
                state(search, StateWord.QUIET, found(kinds.quiet(), words), words),
                state(search, StateWord.STOPPED, words.number(states.stopped()), words),
                pinned(search, states.pinned(), words));
    }

    private static StateLink state(
            OverviewSearch search, @Nullable StateWord state, @Nullable String count, Words words) {
        String code = state == null ? null : state.code();
        boolean current = code == null
                ? search.text("state") == null && search.text("pinned") == null
                : code.equals(search.text("state"));
        String name = "filter.state." + (code == null ? "all" : code);
        return new StateLink(
                search.with("pinned", null).with("state", code).href(),
                words.of(name),
                words.of(name + ".more"),
                count,
                current);
    }

    /// Nothing where none was found and there may be some.
    private static @Nullable String found(TracksCounted kind, Words words) {
        return kind.number() == 0 && !kind.complete() ? null : Shown.counted(kind, words);
    }

    private static StateLink pinned(OverviewSearch search, long count, Words words) {
        return new StateLink(
                search.with("state", null).with("pinned", "true").href(),
                words.of("filter.state.pinned"),
                "",
                words.number(count),
                "true".equals(search.text("pinned")));
    }

    private static StateLink sort(OverviewSearch search, TrackSort sort, Words words) {
        String code = sort == TrackSort.ACTIVE ? null : sort.code();
        return new StateLink(
                search.with("sort", code).href(), words.of("sort." + sort.code()), "", null, sort == sort(search));
    }

    private static TrackSort sort(OverviewSearch search) {
        String sort = search.text("sort");
        return sort == null ? TrackSort.ACTIVE : TrackSort.of(sort).orElse(TrackSort.ACTIVE);
    }

    private static List<Chip> chips(OverviewSearch search, Words words) {
        return CHIPS.stream()
                .flatMap(name -> Stream.ofNullable(search.text(name))
                        .map(value -> new Chip(
                                FilterWords.of(name, value, words),
                                search.with(name, null).href())))
                .toList();
    }
}
