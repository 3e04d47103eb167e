package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads.Analysis;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod.Point;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod.Summary;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.stats.Days;
import com.tachyonfuture.mailtrack.domain.stats.Delay;
import com.tachyonfuture.mailtrack.domain.stats.Delays;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Period;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When, where and with what those tracks were read in a period that the owner looks for. Nobody keeps numbers of every
 * choice of tracks, so a part of them is looked at that is no larger the more there are: the newest tracks, and the
 * latest opens of each.
 */
public final class AnalyzeTracks {

    public static final int MOST_TRACKS = 400;

    /** Of all the tracks together. */
    public static final int MOST_OPENS = 2_000;

    /** What came of it. */
    public sealed interface Outcome permits Analyzed, Refused {}

    /** There is nothing to compare with: the period before is looked at for no choice of tracks. */
    public record Analyzed(Analysis analysis, Sample sample) implements Outcome {}

    public record Refused(Refusal refusal) implements Outcome {}

    /**
     * What was looked at.
     *
     * @param tracks how many
     * @param areMore whether there are more, all of them older
     * @param opensOfEach so many, the latest, of each; null where it was every open that they have
     */
    public record Sample(
            int tracks, boolean areMore, @Nullable Integer opensOfEach) {

        /** Whether it was all that there is. */
        public boolean isWhole() {
            return !areMore && opensOfEach == null;
        }
    }

    private final FindTracks findTracks;
    private final Opens opens;
    private final InstantSource clock;

    public AnalyzeTracks(FindTracks findTracks, Opens opens, InstantSource clock) {
        this.findTracks = findTracks;
        this.opens = opens;
        this.clock = clock;
    }

    /**
     * The tracks that a request finds.
     *
     * @param request from the newest on, for at most {@value #MOST_TRACKS}
     */
    public Outcome of(FindTracks.Request request, Period period, ZoneId zone) {
        if (request.limit() > MOST_TRACKS) {
            throw new IllegalArgumentException(request.limit() + " tracks are more than " + MOST_TRACKS);
        }
        FindTracks.Outcome outcome = findTracks.matching(request);
        if (outcome instanceof FindTracks.Refused refused) {
            return new Refused(refused.refusal());
        }
        return analyze(((FindTracks.Found) outcome).page(), period, new LocalCalendar(zone));
    }

    private Analyzed analyze(Page<TrackSummary> page, Period period, LocalCalendar calendar) {
        List<TrackSummary> tracks = page.items();
        Integer share = share(tracks);
        var found = new OpensAtHand(latestOpens(tracks, share));
        Days days = period.days(
                today(calendar), beginning(tracks, found).map(calendar::day).orElse(today(calendar)));
        Range range = SummarizePeriod.range(period, days, calendar);
        OpensAtHand opened = found.in(range);
        return new Analyzed(
                new Analysis(summary(tracks, opened, days, range, calendar), opened.readsByHour(calendar), top(opened)),
                new Sample(tracks.size(), page.next() != null, share));
    }

    /** How many opens each may have looked at, so that all have no more than there may be; null where all fit. */
    private static @Nullable Integer share(List<TrackSummary> tracks) {
        long[] counts = tracks.stream()
                .mapToLong(track -> track.activity().opens())
                .sorted()
                .toArray();
        long left = MOST_OPENS;
        for (int i = 0; i < counts.length; i++) {
            long share = left / (counts.length - i);
            if (counts[i] > share) {
                return Math.toIntExact(share);
            }
            left -= counts[i];
        }
        return null;
    }

    private List<Open> latestOpens(List<TrackSummary> tracks, @Nullable Integer share) {
        List<TrackId> opened = tracks.stream()
                .filter(track -> track.activity().opens() > 0)
                .map(track -> track.track().id())
                .toList();
        return opens.latestOf(opened, share == null ? MOST_OPENS : share);
    }

    private LocalDate today(LocalCalendar calendar) {
        return calendar.day(clock.instant());
    }

    private static Optional<Instant> beginning(List<TrackSummary> tracks, OpensAtHand opens) {
        return Stream.concat(tracks.stream().map(track -> track.track().createdAt()), opens.earliest().stream())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    private static Summary summary(
            List<TrackSummary> tracks, OpensAtHand opened, Days days, Range range, LocalCalendar calendar) {
        Unit unit = Unit.fitting(days);
        List<TrackSummary> created = createdIn(range, tracks);
        return new Summary(
                days,
                unit,
                new Headline(cohort(created), opened.counts()),
                null,
                points(created, opened, calendar.slices(days, unit)));
    }

    private static List<TrackSummary> createdIn(Range range, List<TrackSummary> tracks) {
        return tracks.stream()
                .filter(track -> track.track().createdAt() != null
                        && range.contains(track.track().createdAt()))
                .toList();
    }

    private static Cohort cohort(List<TrackSummary> created) {
        List<Activity> activities = created.stream().map(TrackSummary::activity).toList();
        return new Cohort(
                created.size(),
                activities.stream().filter(Activity::isDelivered).count(),
                activities.stream().filter(Activity::isRead).count(),
                delays(created));
    }

    private static Delays delays(List<TrackSummary> created) {
        var counts = new TreeMap<Delay, Long>();
        for (TrackSummary track : created) {
            Instant readAt = track.activity().firstReadAt();
            if (readAt != null) {
                Instant createdAt = Objects.requireNonNull(track.track().createdAt());
                counts.merge(Delay.of(Duration.between(createdAt, readAt)), 1L, Long::sum);
            }
        }
        return new Delays(counts);
    }

    private static List<Point> points(List<TrackSummary> created, OpensAtHand opened, Slices slices) {
        Map<Integer, Long> sent = created.stream()
                .collect(Collectors.groupingBy(
                        track -> slices.indexOf(
                                Objects.requireNonNull(track.track().createdAt())),
                        Collectors.counting()));
        List<OpenCounts> counts = opened.counts(slices);
        return IntStream.range(0, slices.count())
                .mapToObj(i -> new Point(slices.get(i), sent.getOrDefault(i, 0L), counts.get(i)))
                .toList();
    }

    private static Map<Dimension, TopValues> top(OpensAtHand opened) {
        return Arrays.stream(Dimension.values())
                .collect(Collectors.toMap(
                        Function.identity(), dimension -> opened.top(dimension, AnalyzeReads.most(dimension))));
    }
}
