package com.tachyonfuture.mailtrack.application.recording.port;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recorded opens, to read. Every method may block, and throws {@code StorageUnavailable}. */
public interface Opens {

    /**
     * Opens of one track, the latest arrival first; empty when there is no such track.
     *
     * @param before only those with a smaller id
     * @param limit how many at most
     */
    List<Open> of(TrackId track, long before, int limit);

    /**
     * Reads of one track, repeats left out, the latest arrival first. It looks at no more than the latest opens of the
     * track, so that what machines fetch without end costs no more than that.
     *
     * @param among how many of the latest opens are looked at
     * @param limit how many reads at most
     */
    List<Open> latestReads(TrackId track, int among, int limit);

    /**
     * Opens of all tracks in a period, by their time and then by their ids, from the earliest. Opens without a time are
     * in no period.
     *
     * @param since at or after this
     * @param until before this; null: without an end
     * @param afterId of those at {@code since}, only the ones with a larger id
     * @param limit how many at most
     */
    List<Open> inPeriod(Instant since, long afterId, @Nullable Instant until, int limit);

    /**
     * Some of the opens that a period begins with.
     *
     * @param end the last one that was looked at; null where there are no more
     */
    record Stretch(List<Open> opens, @Nullable End end) {

        public Stretch {
            opens = List.copyOf(opens);
        }
    }

    /** An open, by its place among those of all tracks. */
    record End(Instant time, long id) {}

    /**
     * Opens of one verdict in a period, as {@link #inPeriod}. It looks at no more than the next opens, so that those of
     * a rare verdict do not take as long as there are opens.
     *
     * @param among how many of the next opens are looked at
     * @param limit how many at most
     */
    Stretch inPeriod(Verdict verdict, Instant since, long afterId, @Nullable Instant until, int among, int limit);

    /**
     * Opens of some tracks, the latest arrival first. It looks at no more than it returns.
     *
     * @param tracks each once
     * @param limit how many of each track at most
     */
    List<Open> latestOf(Collection<TrackId> tracks, int limit);

    /**
     * Reads at or after a time, over all tracks, oldest first, repeats left out.
     *
     * @param limit how many at most
     */
    List<RecentRead> readsSince(Instant since, int limit);

    /** The latest read over all tracks, repeats left out; empty when there was none. */
    Optional<RecentRead> latestRead();
}
