package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.web.api.NextPage;
import com.tachyonfuture.mailtrack.web.api.Parameters;
import org.jspecify.annotations.Nullable;

/// What a client wants to see of all tracks.
public record TrackSearch(Parameters asked) {

    int limit() {
        return asked.limit();
    }

    @Nullable
    String cursor() {
        return asked.text("cursor");
    }

    /// A part of it.
    public FindTracks.Request part(int limit, @Nullable String cursor) {
        return new FindTracks.Request(
                asked.text("q"),
                asked.text("recipient"),
                asked.flag("read"),
                asked.state("state"),
                asked.verdict("verdict"),
                asked.moment("since"),
                asked.moment("until"),
                limit,
                cursor);
    }

    /// The same again, from where this page ends.
    NextPage nextPage(String baseUrl) {
        return new NextPage(baseUrl + "/api/tracks")
                .with("limit", asked.text("limit"))
                .with("q", asked.text("q"))
                .with("recipient", asked.text("recipient"))
                .with("read", asked.text("read"))
                .with("state", asked.text("state"))
                .with("verdict", asked.text("verdict"))
                .with("since", asked.text("since"))
                .with("until", asked.text("until"));
    }
}
