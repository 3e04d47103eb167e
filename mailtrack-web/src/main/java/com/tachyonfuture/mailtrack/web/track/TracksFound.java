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

    static final Map<String, String> LABELS = Map.of(
            "q", "filter.the-search",
            "state", "filter.the-state",
            "verdict", "filter.the-verdict",
            "since", "filter.the-first-day",
            "until", "filter.the-last-day",
            "cursor", "filter.the-page");

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
