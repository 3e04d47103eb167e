package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells how often some tracks were read on each of the last days. */
public final class FollowReads {

    /** Today and those before it. */
    public static final int DAYS = 14;

    private final Numbers numbers;
    private final InstantSource clock;

    public FollowReads(Numbers numbers, InstantSource clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * The reads of each of the last {@value #DAYS} days, today last.
     *
     * @param tracks at most 1000
     * @return a list for each of the tracks
     */
    public Map<TrackId, List<Long>> of(Collection<TrackId> tracks, ZoneId zone) {
        var calendar = new LocalCalendar(zone);
        Days days = Days.until(calendar.day(clock.instant()), DAYS);
        return numbers.readsOf(tracks, calendar.slices(days, Unit.DAY));
    }
}
