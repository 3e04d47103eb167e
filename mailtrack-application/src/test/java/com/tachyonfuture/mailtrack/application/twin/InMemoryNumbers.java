package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.stats.Cohort;
import com.tachyonfuture.mailtrack.application.stats.OpenCounts;
import com.tachyonfuture.mailtrack.application.stats.TopValues;
import com.tachyonfuture.mailtrack.application.stats.WeekHours;
import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.stats.Delay;
import com.tachyonfuture.mailtrack.domain.stats.Delays;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Numbers} in memory: counted anew each time, which is what kept numbers must agree with. */
public final class InMemoryNumbers implements Numbers {

    private final InMemoryStorage storage;

    public InMemoryNumbers(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Cohort cohort(Range created) {
        return answer(() -> {
            List<TrackSummary> tracks = storage.tracks.values().stream()
                    .filter(track -> track.createdAt() != null && created.contains(track.createdAt()))
                    .map(storage::summary)
                    .toList();
            return new Cohort(
                    tracks.size(),
                    count(tracks, Activity::isDelivered),
                    count(tracks, Activity::isRead),
                    delays(tracks));
        });
    }

    private static long count(List<TrackSummary> tracks, Predicate<Activity> which) {
        return tracks.stream().map(TrackSummary::activity).filter(which).count();
    }

    private static Delays delays(List<TrackSummary> tracks) {
        var counts = new TreeMap<Delay, Long>();
        for (TrackSummary summary : tracks) {
            Instant readAt = summary.activity().firstReadAt();
            if (readAt != null) {
                Instant createdAt = Objects.requireNonNull(summary.track().createdAt());
                counts.merge(Delay.of(Duration.between(createdAt, readAt)), 1L, Long::sum);
            }
        }
        return new Delays(counts);
    }

    @Override
    public List<Long> sent(Slices slices) {
        return answer(() -> slices.ranges().stream()
                .map(range -> storage.tracks.values().stream()
                        .filter(track -> track.createdAt() != null && range.contains(track.createdAt()))
                        .count())
                .toList());
    }

    @Override
    public OpenCounts opens(Range range) {
        return answer(() -> counts(opened(range).toList()));
    }

    @Override
    public List<OpenCounts> opens(Slices slices) {
        return answer(() -> counts(storage.opens.values(), slices));
    }

    @Override
    public List<OpenCounts> opensOf(TrackId track, Slices slices) {
        return answer(() -> counts(of(track), slices));
    }

    @Override
    public Map<TrackId, List<Long>> readsOf(Collection<TrackId> tracks, Slices slices) {
        return answer(() -> tracks.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        track -> counts(of(track), slices).stream()
                                .map(OpenCounts::reads)
                                .toList())));
    }

    private List<Open> of(TrackId track) {
        return storage.opens.values().stream()
                .filter(open -> open.trackId().equals(track))
                .toList();
    }

    private static List<OpenCounts> counts(Collection<Open> opens, Slices slices) {
        List<List<Open>> bySlice = Stream.generate(() -> (List<Open>) new ArrayList<Open>())
                .limit(slices.count())
                .toList();
        for (Open open : opens) {
            int slice = open.openedAt() == null ? -1 : slices.indexOf(open.openedAt());
            if (slice >= 0) {
                bySlice.get(slice).add(open);
            }
        }
        return bySlice.stream().map(InMemoryNumbers::counts).toList();
    }

    private static OpenCounts counts(List<Open> opens) {
        List<Open> reads = opens.stream().filter(Open::isCounted).toList();
        return new OpenCounts(opens.size(), reads.size(), verdicts(opens), verdicts(reads));
    }

    private static VerdictCounts verdicts(List<Open> opens) {
        var counts = new EnumMap<Verdict, Long>(Verdict.class);
        opens.stream()
                .flatMap(open -> Stream.ofNullable(open.judgement()))
                .map(Judgement::verdict)
                .forEach(verdict -> counts.merge(verdict, 1L, Long::sum));
        return new VerdictCounts(counts);
    }

    @Override
    public WeekHours readsByHour(Range range, LocalCalendar calendar) {
        return answer(() -> {
            var reads = new ArrayList<>(Collections.nCopies(LocalCalendar.HOURS_OF_WEEK, 0L));
            opened(range).filter(Open::isCounted).forEach(open -> {
                int hour = calendar.hourOfWeek(Objects.requireNonNull(open.openedAt()));
                reads.set(hour, reads.get(hour) + 1);
            });
            return new WeekHours(reads);
        });
    }

    @Override
    public TopValues top(Dimension dimension, Range range, int limit) {
        return answer(() -> TopValues.of(
                opened(range)
                        .filter(Open::isCounted)
                        .flatMap(open -> dimension.of(open).stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                limit));
    }

    @Override
    public Optional<Instant> beginning() {
        return answer(() -> Stream.concat(
                        storage.tracks.values().stream().map(track -> track.createdAt()),
                        storage.opens.values().stream().map(Open::openedAt))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder()));
    }

    private Stream<Open> opened(Range range) {
        return storage.opens.values().stream()
                .filter(open -> open.openedAt() != null && range.contains(open.openedAt()));
    }

    private <T> T answer(Supplier<T> question) {
        synchronized (storage) {
            storage.check();
            return question.get();
        }
    }
}
