package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.stats.Slices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some opens of which the time is known, counted one by one: no more of them than that takes little time. */
record OpensAtHand(List<Open> opens) {

    OpensAtHand {
        opens = opens.stream().filter(open -> open.openedAt() != null).toList();
    }

    private static Instant time(Open open) {
        return Objects.requireNonNull(open.openedAt());
    }

    private Stream<Open> reads() {
        return opens.stream().filter(Open::isCounted);
    }

    OpensAtHand in(Range range) {
        return new OpensAtHand(
                opens.stream().filter(open -> range.contains(time(open))).toList());
    }

    Optional<Instant> earliest() {
        return opens.stream().map(OpensAtHand::time).min(Comparator.naturalOrder());
    }

    OpenCounts counts() {
        List<Open> reads = reads().toList();
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

    List<OpenCounts> counts(Slices slices) {
        Map<Integer, List<Open>> bySlice =
                opens.stream().collect(Collectors.groupingBy(open -> slices.indexOf(time(open))));
        return Stream.iterate(0, slice -> slice + 1)
                .limit(slices.count())
                .map(slice -> new OpensAtHand(bySlice.getOrDefault(slice, List.of())).counts())
                .toList();
    }

    WeekHours readsByHour(LocalCalendar calendar) {
        var counts = new ArrayList<>(Collections.nCopies(LocalCalendar.HOURS_OF_WEEK, 0L));
        reads().map(open -> calendar.hourOfWeek(time(open))).forEach(hour -> counts.set(hour, counts.get(hour) + 1));
        return new WeekHours(counts);
    }

    TopValues top(Dimension dimension, int limit) {
        return top(reads(), dimension, limit);
    }

    /** The most frequent values among some reads. */
    static TopValues top(Stream<Open> reads, Dimension dimension, int limit) {
        return TopValues.of(
                reads.flatMap(open -> dimension.of(open).stream())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())),
                limit);
    }
}
