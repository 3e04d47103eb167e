package com.tachyonfuture.mailtrack.application.stats.port;

import com.tachyonfuture.mailtrack.application.stats.Cohort;
import com.tachyonfuture.mailtrack.application.stats.OpenCounts;
import com.tachyonfuture.mailtrack.application.stats.TopValues;
import com.tachyonfuture.mailtrack.application.stats.WeekHours;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers over time, kept by whatever changes tracks and opens, so that none of them takes longer the more opens there
 * are. Every method may block, and throws {@code StorageUnavailable}.
 *
 * <p>What happened at a time that nobody knows, as some of what we took over, is in none of them.
 */
public interface Numbers {

    /** What became of the tracks that were created in a range. */
    Cohort cohort(Range created);

    /** How many tracks were created in each slice. */
    List<Long> sent(Slices slices);

    /** The opens of a range. */
    OpenCounts opens(Range range);

    /** The opens of each slice. */
    List<OpenCounts> opens(Slices slices);

    /** The opens of one track in each slice; none where there is no such track. */
    List<OpenCounts> opensOf(TrackId track, Slices slices);

    /**
     * How many reads some tracks had in each slice.
     *
     * @param tracks at most 1000
     * @return a list for each of the tracks
     */
    Map<TrackId, List<Long>> readsOf(Collection<TrackId> tracks, Slices slices);

    /** The reads of a range by the hour of the week, as the calendar's clocks showed it. */
    WeekHours readsByHour(Range range, LocalCalendar calendar);

    /**
     * The most frequent values of a dimension among the reads of a range; of equally frequent ones, in the order of
     * their characters.
     *
     * @param limit how many at most
     */
    TopValues top(Dimension dimension, Range range, int limit);

    /** About when the first track was created or the first open happened: not more than a month before. */
    Optional<Instant> beginning();
}
