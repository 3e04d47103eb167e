package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads.Analysis;
import com.tachyonfuture.mailtrack.application.stats.OpenCounts;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod.Point;
import com.tachyonfuture.mailtrack.application.stats.TopValues;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Unit;
import com.tachyonfuture.mailtrack.web.api.CsvStreams;
import com.tachyonfuture.mailtrack.web.api.CsvStreams.Column;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The numbers of the charts as files: what columns are called stays the same in every language.
record AnalyticsTables(Analysis analysis, Words words) {

    private static final int HOURS_OF_DAY = 24;

    /// What is counted for a name.
    ///
    /// @param code null for the rest
    private record Counted(@Nullable String code, String name, long number) {}

    InputStream of(Chart chart) {
        return switch (chart) {
            case READS -> reads();
            case HOURS -> hours();
            case FIRST_READS -> firstReads();
            case VERDICTS -> verdicts();
            case COUNTRIES, CITIES, CLIENTS, DEVICES, SYSTEMS, NETWORKS ->
                chart.dimension().map(this::top).orElseThrow();
        };
    }

    private InputStream reads() {
        return table(
                List.of(
                        new Column<>("from", point -> begin(point.range().from())),
                        new Column<>("sent", Point::sent),
                        new Column<>("opens", point -> point.opens().opens()),
                        new Column<>("reads", point -> point.opens().reads())),
                analysis.summary().points());
    }

    /// A day, or for hours their begin with the offset from UTC, of which one may come twice.
    private String begin(Instant from) {
        ZonedDateTime local = from.atZone(words.times().zone());
        return analysis.summary().unit() == Unit.HOUR
                ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local)
                : DateTimeFormatter.ISO_LOCAL_DATE.format(local);
    }

    private InputStream hours() {
        return table(
                List.of(
                        new Column<>("day", AnalyticsTables::day),
                        new Column<>("hour", hour -> hour % HOURS_OF_DAY),
                        new Column<>("reads", hour -> analysis.hours().reads().get(hour))),
                IntStream.range(0, analysis.hours().reads().size()).boxed().toList());
    }

    private static String day(int hourOfWeek) {
        return DayOfWeek.of(1 + hourOfWeek / HOURS_OF_DAY).name().toLowerCase(Locale.ROOT);
    }

    private InputStream firstReads() {
        return table(
                List.of(
                        new Column<>("from_seconds", range -> range.from().toSeconds()),
                        new Column<>(
                                "to_seconds",
                                range -> range.to() == null ? null : range.to().toSeconds()),
                        new Column<>("tracks", DelayRanges.Range::tracks)),
                new DelayRanges(analysis.summary().now().cohort().delays()).ranges());
    }

    private InputStream top(Dimension dimension) {
        TopValues top = analysis.top(dimension);
        var names = new ValueNames(dimension, words);
        Stream<Counted> named =
                top.values().stream().map(value -> new Counted(value.name(), names.of(value.name()), value.reads()));
        Stream<Counted> others = top.others() == 0
                ? Stream.empty()
                : Stream.of(new Counted(null, words.of("analytics.others"), top.others()));
        return counted(dimension.code(), "reads", Stream.concat(named, others));
    }

    private InputStream verdicts() {
        OpenCounts opens = analysis.summary().now().opens();
        Stream<Counted> judged = Arrays.stream(Verdict.values())
                .map(verdict -> new Counted(
                        verdict.code(), words.of("verdict." + verdict.code() + ".word"), opens.of(verdict)));
        Stream<Counted> unjudged = Stream.of(new Counted(null, words.of("analytics.unjudged"), opens.unjudged()));
        return counted("verdict", "opens", Stream.concat(judged, unjudged));
    }

    private static InputStream counted(String code, String number, Stream<Counted> rows) {
        return table(
                List.of(
                        new Column<>(code, Counted::code),
                        new Column<>("name", Counted::name),
                        new Column<>(number, Counted::number)),
                rows.toList());
    }

    private static <T> InputStream table(List<Column<T>> columns, List<T> rows) {
        return CsvStreams.table(columns, rows.iterator(), true);
    }
}
