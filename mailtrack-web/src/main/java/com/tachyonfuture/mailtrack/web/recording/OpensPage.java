package com.tachyonfuture.mailtrack.web.recording;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.web.api.LargePage;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;
import com.tachyonfuture.mailtrack.web.api.TrackIds;
import org.jspecify.annotations.Nullable;

/// Some of the opens of one track, for the API.
public final class OpensPage {

    private OpensPage() {}

    /// Finds them.
    ///
    /// @param verdict only those that were judged so; null: all
    /// @throws RefusedRequest when there is no such track, or no such page
    public static LargePage<Open> find(
            FindOpens findOpens, TrackId track, @Nullable Verdict verdict, int limit, @Nullable String cursor) {
        return LargePage.find(
                (some, from) -> some(findOpens, new FindOpens.Request(track, verdict, some, from)),
                Open::id,
                OpensPage::weight,
                limit,
                cursor);
    }

    private static Page<Open> some(FindOpens findOpens, FindOpens.Request request) {
        return switch (findOpens.of(request)) {
            case FindOpens.Found(var page) -> page;
            case FindOpens.NoSuchTrack() -> throw TrackIds.unknown();
            case FindOpens.Refused(var refusal) -> throw new RefusedRequest(refusal);
        };
    }

    private static long weight(Open open) {
        return LargePage.weight(open.userAgent(), open.referer());
    }
}
