package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.Cursors;
import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds opens: those of one track page after page, or the reads since a time. */
public final class FindOpens {

    /** More than any id. */
    private static final long FROM_THE_LATEST = Long.MAX_VALUE;

    /** Before any open. */
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    /** How many opens are looked at for one page of a verdict. */
    static final int LONGEST_SEARCH = 10 * Page.LARGEST;

    /** The same for opens of all tracks, which lie further apart. */
    static final int LONGEST_STRETCH = 5 * Page.LARGEST;

    /**
     * Which opens to find.
     *
     * @param verdict only those that were judged so; null: all
     * @param limit how many at most, 1 to 1000
     * @param cursor where to go on, from the page before; null: from the latest
     */
    public record Request(
            TrackId track,
            @Nullable Verdict verdict,
            int limit,
            @Nullable String cursor) {

        /** Of any verdict, and of none. */
        public Request(TrackId track, int limit, @Nullable String cursor) {
            this(track, null, limit, cursor);
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Found, NoSuchTrack, Refused {}

    /** Opens of one verdict may be fewer than asked for, or none, though there are more: those are on the next page. */
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
        return tracks.find(request.track())
                .<Outcome>map(track -> new Found(page(request, track.verdicts(), before.get())))
                .orElseGet(NoSuchTrack::new);
    }

    private Page<Open> page(Request request, VerdictCounts counts, long before) {
        if (request.verdict() == null) {
            return page(opens.of(request.track(), before, request.limit() + 1), request.limit());
        }
        long most = counts.of(request.verdict());
        return most == 0 ? new Page<>(List.of(), null) : search(request, request.verdict(), most, before);
    }

    /**
     * Goes through the opens of a track, and no further than to where all that the track's counter knows of are found,
     * nor through more than {@link #LONGEST_SEARCH}. An index for this would cost every open that is recorded.
     */
    private Page<Open> search(Request request, Verdict verdict, long most, long before) {
        var found = new ArrayList<Open>();
        long from = before;
        for (int seen = 0; seen < LONGEST_SEARCH; seen += Page.LARGEST) {
            List<Open> some = opens.of(request.track(), from, Page.LARGEST);
            for (Open open : some) {
                if (isJudged(open, verdict)) {
                    found.add(open);
                }
                if (found.size() > request.limit()) {
                    return page(found, request.limit());
                }
            }
            if (some.size() < Page.LARGEST || found.size() >= most) {
                return new Page<>(found, null);
            }
            from = some.get(some.size() - 1).id();
        }
        return new Page<>(found, cursor(from));
    }

    private static boolean isJudged(Open open, Verdict verdict) {
        return open.judgement() != null && open.judgement().verdict() == verdict;
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
        return new Page<>(shown, cursor(last));
    }

    private static String cursor(long last) {
        return Cursors.encode("open", String.valueOf(last));
    }

    /**
     * Opens of all tracks in a period, from the earliest. Those without a time are in no period.
     *
     * @param since at or after this; null: from the first
     * @param until before this; null: without an end
     * @param verdict only those that were judged so; null: all
     * @param cursor where to go on, from the page before; null: from the start
     */
    public Outcome inPeriod(
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable Verdict verdict,
            int limit,
            @Nullable String cursor) {
        if (!Page.allows(limit)) {
            return new Refused(Page.refuseLimit());
        }
        Optional<Place> after =
                cursor == null ? Optional.of(new Place(since == null ? EARLIEST : since, 0)) : Place.parse(cursor);
        if (after.isEmpty()) {
            return new Refused(Page.refuseCursor());
        }
        return new Found(
                verdict == null
                        ? page(opens.inPeriod(after.get().time(), after.get().id(), until, limit + 1), limit, null)
                        : search(verdict, after.get(), until, limit));
    }

    private Page<Open> search(Verdict verdict, Place after, @Nullable Instant until, int limit) {
        var stretch = opens.inPeriod(verdict, after.time(), after.id(), until, LONGEST_STRETCH, limit + 1);
        Opens.End end = stretch.end();
        return page(stretch.opens(), limit, end == null ? null : new Place(end.time(), end.id()));
    }

    /** Goes on after the last one that is shown, or, where all are, after another. */
    private static Page<Open> page(List<Open> found, int limit, @Nullable Place end) {
        if (found.size() <= limit) {
            return new Page<>(found, end == null ? null : end.cursor());
        }
        List<Open> shown = found.subList(0, limit);
        return new Page<>(shown, Place.of(shown.get(limit - 1)).cursor());
    }

    /** Where an open stands among those of all tracks. */
    private record Place(Instant time, long id) {

        private static final String KIND = "open-in-period";

        static Place of(Open open) {
            return new Place(Objects.requireNonNull(open.openedAt()), open.id());
        }

        static Optional<Place> parse(String cursor) {
            return Cursors.decode(cursor, KIND)
                    .filter(parts -> parts.size() == 2)
                    .flatMap(parts -> Cursors.number(parts.get(0))
                            .flatMap(micros -> Cursors.number(parts.get(1))
                                    .map(id -> new Place(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), id))));
        }

        String cursor() {
            return Cursors.encode(
                    KIND, String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, time)), String.valueOf(id));
        }
    }

    /** The first reads at or after a time, over all tracks, oldest first; at most {@link Page#LARGEST}. */
    public List<RecentRead> readsSince(Instant since) {
        return opens.readsSince(since, Page.LARGEST);
    }
}
