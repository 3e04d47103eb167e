package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import com.tachyonfuture.mailtrack.web.form.FieldErrors;
import io.micronaut.http.HttpStatus;
import java.util.List;
import java.util.Map;

/// What a search in the overview came to: some tracks, or what is wrong with the search.
record TracksFound(OverviewSearch search, Page<TrackSummary> page, FieldErrors errors) {

    private static final Map<String, String> LABELS = Map.of(
            "q", "The search",
            "state", "The state",
            "verdict", "The verdict",
            "since", "The first day",
            "until", "The last day",
            "cursor", "The page");

    static TracksFound of(OverviewSearch search, Page<TrackSummary> page) {
        return new TracksFound(search, page, new FieldErrors(List.of(), LABELS));
    }

    static TracksFound refused(OverviewSearch search, List<Violation> violations) {
        return new TracksFound(search, new Page<>(List.of(), null), new FieldErrors(violations, LABELS));
    }

    HttpStatus status() {
        return errors.violations().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
    }
}
