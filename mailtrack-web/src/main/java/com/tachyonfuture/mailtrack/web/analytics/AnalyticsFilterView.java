package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.form.FieldView;
import com.tachyonfuture.mailtrack.web.track.FilterWords;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        List<FilterWords.Choice> states,
        List<FilterWords.Choice> verdicts,
        boolean open,
        Map<String, String> kept,
        List<Chip> chips,
        String hrefOfAll) {

    private static final Set<String> FOLDED =
            Set.of("recipient", "message_group_id", "state", "verdict", "since", "until");

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
                FilterWords.states(filters.get("state"), words),
                FilterWords.verdicts(filters.get("verdict"), words),
                filters.keySet().stream().anyMatch(FOLDED::contains),
                kept(search),
                filters.entrySet().stream()
                        .map(filter -> new Chip(
                                FilterWords.of(filter.getKey(), filter.getValue(), words),
                                search.hrefWithout(filter.getKey()::equals)))
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
}
