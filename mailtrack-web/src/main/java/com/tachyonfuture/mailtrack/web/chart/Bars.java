package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Things with how many there are of each: a label, a bar, a number and its share of all. It is its own table.
///
/// @param labelsTitle what the things are: "Country"
/// @param numbersTitle what is counted: "Reads"
public record Bars(ChartHead head, String labelsTitle, String numbersTitle, String shareTitle, List<Bar> bars) {

    /// A thing, and how many there are of it.
    ///
    /// @param href where more of it is shown; null when nowhere
    public record Item(String label, @Nullable String href, long number) {}

    /// One bar.
    ///
    /// @param width of the largest bar's
    public record Bar(String label, @Nullable String href, String width, String number, String share) {}

    /// The bars of things, in their order.
    ///
    /// @param all of which shares are told; the sum of the items, or more where some are left out
    public static Bars of(
            ChartHead head, String labelsTitle, String numbersTitle, List<Item> items, long all, Words words) {
        long most = items.stream().mapToLong(Item::number).max().orElse(0);
        return new Bars(
                head,
                labelsTitle,
                numbersTitle,
                words.of("chart.share"),
                items.stream().map(item -> bar(item, most, all, words)).toList());
    }

    private static Bar bar(Item item, long most, long all, Words words) {
        return new Bar(
                item.label(),
                item.href(),
                Percent.of((double) item.number(), (double) most),
                words.number(item.number()),
                words.percent(all == 0 ? 0 : (double) item.number() / all));
    }
}
