package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a client wants to see of all tracks.
///
/// @param now when it asks
public record TrackSearch(Parameters asked, Instant now) {

    int limit() {
        return asked.limit();
    }

    @Nullable
    String cursor() {
        return asked.text("cursor");
    }

    /// A part of it.
    public FindTracks.Request part(int limit, @Nullable String cursor) {
        TrackFilter filter = TrackFilter.ALL
                .withRecipient(asked.text("recipient"))
                .withMessageGroupId(asked.text("message_group_id"))
                .withRead(asked.flag("read"))
                .withPinned(asked.flag("pinned"))
                .withVerdict(asked.verdict("verdict"))
                .withCreation(asked.moment("since"), asked.moment("until"));
        filter = StateWord.limit(filter, StateWord.parse(asked.text("state")), now);
        return new FindTracks.Request(asked.text("q"), filter, sort(), limit, cursor);
    }

    private TrackSort sort() {
        String sort = asked.text("sort");
        return sort == null ? TrackSort.CREATED : TrackSort.of(sort).orElseThrow(TrackSearch::noSort);
    }

    private static RefusedRequest noSort() {
        String codes = Arrays.stream(TrackSort.values()).map(TrackSort::code).collect(Collectors.joining(", "));
        return new RefusedRequest(Refusal.invalid("sort", "must be one of " + codes));
    }

    /// The same again, from where this page ends.
    NextPage nextPage(String baseUrl) {
        return new NextPage(baseUrl + "/api/tracks")
                .with("limit", asked.text("limit"))
                .with("q", asked.text("q"))
                .with("recipient", asked.text("recipient"))
                .with("read", asked.text("read"))
                .with("verdict", asked.text("verdict"))
                .with("since", asked.text("since"))
                .with("until", asked.text("until"))
                .with("state", asked.text("state"))
                .with("pinned", asked.text("pinned"))
                .with("message_group_id", asked.text("message_group_id"))
                .with("sort", asked.text("sort"));
    }
}
