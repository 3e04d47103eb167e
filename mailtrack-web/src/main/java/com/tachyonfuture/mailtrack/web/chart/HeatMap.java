package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.web.words.Words;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How many there are in each hour of the week, the darker the more.
///
/// @param text what there is to see, for whoever can't
/// @param days their short names, Monday first
/// @param hours some of them, for the labels below
public record HeatMap(
        ChartHead head,
        String text,
        List<String> days,
        List<Slots.Label> hours,
        List<Cell> cells,
        ChartTable table,
        boolean empty) {

    private static final int DAYS = 7;
    private static final int HOURS = 24;

    /// An hour of the week.
    ///
    /// @param style how dark it is
    public record Cell(String x, String y, String style, String says) {}

    /// A map of one number an hour.
    ///
    /// @param name what is counted
    /// @param counts of the hours of a week that begins on Monday, 168
    public static HeatMap of(ChartHead head, String name, List<Long> counts, Words words) {
        if (counts.size() != DAYS * HOURS) {
            throw new IllegalArgumentException("a week has 168 hours, not " + counts.size());
        }
        var series = new Series(name, counts);
        Locale locale = words.language().locale();
        List<String> labels = labels(locale, words);
        return new HeatMap(
                head,
                series.text(labels, words),
                names(TextStyle.SHORT, locale),
                Stream.of(0, 6, 12, 18)
                        .map(hour -> new Slots.Label(Percent.of(hour, HOURS), "start", hour(hour, words)))
                        .toList(),
                cells(series, labels, words),
                table(series, locale, words),
                series.most() == 0);
    }

    private static List<String> names(TextStyle style, Locale locale) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }

    private static String hour(int hour, Words words) {
        return words.of("chart.hour", hour);
    }

    private static List<String> labels(Locale locale, Words words) {
        return names(TextStyle.FULL, locale).stream()
                .flatMap(day -> IntStream.range(0, HOURS)
                        .mapToObj(hour -> words.of("chart.hour-of-day", day, hour(hour, words))))
                .toList();
    }

    private static List<Cell> cells(Series series, List<String> labels, Words words) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < labels.size(); i++) {
            int day = i / HOURS;
            long count = series.values().get(i);
            cells.add(new Cell(
                    Percent.of(i % HOURS, HOURS),
                    Percent.of(day, DAYS),
                    "heat__hour is-" + Shade.of(count, series.most()),
                    words.of("chart.point", labels.get(i), words.of("chart.value", series.name(), count))));
        }
        return List.copyOf(cells);
    }

    private static ChartTable table(Series series, Locale locale, Words words) {
        List<String> names = names(TextStyle.FULL, locale);
        List<String> columns = Stream.concat(
                        Stream.of(words.of("chart.day")),
                        IntStream.range(0, HOURS).mapToObj(hour -> hour(hour, words)))
                .toList();
        return new ChartTable(
                columns,
                IntStream.range(0, DAYS)
                        .mapToObj(day -> new ChartTable.Row(
                                names.get(day),
                                series.values().subList(day * HOURS, (day + 1) * HOURS).stream()
                                        .map(words::number)
                                        .toList()))
                        .toList());
    }
}
