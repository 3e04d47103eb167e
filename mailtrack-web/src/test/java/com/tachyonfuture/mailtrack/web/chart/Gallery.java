package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.web.api.Parameters;
import com.tachyonfuture.mailtrack.web.page.AskedPeriod;
import com.tachyonfuture.mailtrack.web.page.PeriodView;
import com.tachyonfuture.mailtrack.web.words.Words;
import io.micronaut.http.HttpRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A page with one chart of each kind, and some that are odd.
public record Gallery(
        PeriodView period,
        List<TimeChart> times,
        List<Histogram> histograms,
        List<Sparkline> sparklines,
        List<Bars> bars,
        List<HeatMap> heats,
        List<WorldMap> worlds) {

    static final String HOSTILE = "<script>alert(1)</script>\" onload=\"x' & ]]>";

    private static List<Long> numbers(int count, int seed) {
        return LongStream.range(0, count)
                .map(i -> (i * 7919 + seed) % 23 * ((i + seed) % 5))
                .boxed()
                .toList();
    }

    static TimeChart days(String id, List<Long> reads, List<Long> sent, Words words) {
        List<TimeChart.Moment> moments = IntStream.range(0, reads.size())
                .mapToObj(i -> LocalDate.of(2026, 10, 22).plusDays(i))
                .map(day -> new TimeChart.Moment(
                        words.times().shortDay(day), words.times().shortDay(day).replace(" 2026", "")))
                .toList();
        var head = new ChartHead(id, "Reads per day", "/" + id + ".csv");
        return TimeChart.of(head, new Series("Reads", reads), new Series("Sent", sent), moments, "Day", words);
    }

    private static PeriodView period(Words words) {
        var request = HttpRequest.GET("/");
        request.getParameters().add("from", "2026-11-01").add("to", "2026-11-12");
        return AskedPeriod.of(new Parameters(request), LocalDate.of(2026, 11, 20))
                .view("/", Map.of("q", HOSTILE), words);
    }

    static Gallery of(Words words) {
        var hostile = new TimeChart.Moment(HOSTILE, HOSTILE);
        Map<String, Long> countries = new LinkedHashMap<>();
        countries.put("DE", 40L);
        countries.put("US", 12L);
        countries.put("SG", 3L);
        countries.put("XX", 1L);
        countries.put("\"><b>", 1L);
        return new Gallery(
                period(words),
                List.of(
                        days("month", numbers(30, 3), numbers(30, 8), words),
                        days("none", List.of(0L, 0L, 0L), List.of(0L, 0L, 0L), words),
                        days("one", List.of(5L), List.of(2L), words),
                        TimeChart.of(
                                new ChartHead("hostile", HOSTILE, null),
                                new Series(HOSTILE, List.of(1L, 1_234_567L)),
                                null,
                                List.of(hostile, hostile),
                                HOSTILE,
                                words)),
                List.of(Histogram.of(
                        new ChartHead("delays", "Time to first read", null),
                        new Series("Tracks", List.of(3L, 9L, 14L, 6L, 1L)),
                        List.of("1 min", "10 min", "1 h", "1 d", "1 week"),
                        "Time",
                        words)),
                List.of(
                        Sparkline.of(numbers(14, 2), "Reads of 14 days: 30"),
                        Sparkline.of(List.of(), HOSTILE),
                        Sparkline.of(List.of(0L, 0L), "Nothing")),
                List.of(
                        Bars.of(
                                new ChartHead("clients", "Reads by client", "/clients.csv"),
                                "Client",
                                "Reads",
                                List.of(
                                        new Bars.Item("Apple Mail", "/?client=apple", 1234),
                                        new Bars.Item(HOSTILE, null, 400),
                                        new Bars.Item("A client with quite a long name that has to break", null, 1)),
                                2000,
                                words),
                        Bars.of(new ChartHead("nobody", "Reads by city", null), "City", "Reads", List.of(), 0, words)),
                List.of(HeatMap.of(new ChartHead("week", "Reads by hour", null), "Reads", numbers(168, 5), words)),
                List.of(WorldMap.of(
                        new ChartHead("world", "Reads by country", "/countries.csv"), "Reads", countries, words)));
    }
}
