package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import com.tachyonfuture.mailtrack.web.words.Words;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;

/// What a search in the overview came to: some tracks, or what is wrong with the search.
record TracksFound(OverviewSearch search, Page<TrackSummary> page, FieldErrors errors) {

    static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("q", "filter.the-search"),
            Map.entry("state", "filter.the-state"),
            Map.entry("pinned", "filter.the-pin"),
            Map.entry("verdict", "filter.the-verdict"),
            Map.entry("recipient", "filter.the-recipient"),
            Map.entry("message_group_id", "filter.the-group"),
            Map.entry("since", "filter.the-first-day"),
            Map.entry("until", "filter.the-last-day"),
            Map.entry("sort", "filter.the-order"),
            Map.entry("cursor", "filter.the-page"));

    static TracksFound of(OverviewSearch search, Page<TrackSummary> page, Words words) {
        return new TracksFound(search, page, new FieldErrors(List.of(), LABELS, words));
    }

    static TracksFound refused(OverviewSearch search, List<Violation> violations, Words words) {
        return new TracksFound(search, new Page<>(List.of(), null), new FieldErrors(violations, LABELS, words));
    }

    HttpStatus status() {
        return errors.violations().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }
}
