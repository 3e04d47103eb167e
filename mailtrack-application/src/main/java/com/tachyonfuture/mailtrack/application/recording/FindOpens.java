package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.Cursors;
import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds opens: those of one track page after page, or the reads since a time. */
public final class FindOpens {

    /** More than any id. */
    private static final long FROM_THE_LATEST = Long.MAX_VALUE;

    /**
     * Which opens to find.
     *
     * @param limit how many at most, 1 to 1000
     * @param cursor where to go on, from the page before; null: from the latest
     */
    public record Request(
            TrackId track, int limit, @Nullable String cursor) {}

    /** What came of it. */
    public sealed interface Outcome permits Found, NoSuchTrack, Refused {}

    public record Found(Page<Open> page) implements Outcome {}

    public record NoSuchTrack() implements Outcome {}

    public record Refused(Refusal refusal) implements Outcome {}

    private final Tracks tracks;
    private final Opens opens;

    public FindOpens(Tracks tracks, Opens opens) {
        this.tracks = tracks;
        this.opens = opens;
    }

    /** The opens of one track, the latest first. */
    public Outcome of(Request request) {
        if (!Page.allows(request.limit())) {
            return new Refused(Page.refuseLimit());
        }
        Optional<Long> before = request.cursor() == null ? Optional.of(FROM_THE_LATEST) : parse(request.cursor());
        if (before.isEmpty()) {
            return new Refused(Page.refuseCursor());
        }
        if (tracks.find(request.track()).isEmpty()) {
            return new NoSuchTrack();
        }
        return new Found(page(opens.of(request.track(), before.get(), request.limit() + 1), request.limit()));
    }

    private static Optional<Long> parse(String cursor) {
        return Cursors.decode(cursor, "open")
                .filter(parts -> parts.size() == 1)
                .flatMap(parts -> Cursors.number(parts.get(0)));
    }

    private static Page<Open> page(List<Open> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<Open> shown = found.subList(0, limit);
        long last = shown.get(limit - 1).id();
        return new Page<>(shown, Cursors.encode("open", String.valueOf(last)));
    }

    /** The first reads at or after a time, over all tracks, oldest first; at most {@link Page#LARGEST}. */
    public List<RecentRead> readsSince(Instant since) {
        return opens.readsSince(since, Page.LARGEST);
    }
}
