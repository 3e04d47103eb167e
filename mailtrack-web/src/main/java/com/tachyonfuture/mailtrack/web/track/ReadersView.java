package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.stats.DescribeReaders;
import com.tachyonfuture.mailtrack.application.stats.TopValues;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.web.chart.Bars;
import com.tachyonfuture.mailtrack.web.chart.ChartHead;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// With what and where a track was read.
///
/// @param of which reads were looked at
public record ReadersView(String of, List<Bars> charts) {

    private static final List<Dimension> SHOWN =
            List.of(Dimension.CLIENT, Dimension.DEVICE, Dimension.COUNTRY, Dimension.NETWORK);

    /// Null where nothing is known.
    ///
    /// @param all how many reads the track has
    static @Nullable ReadersView of(DescribeReaders.Readers readers, long all, Words words) {
        List<Bars> charts = SHOWN.stream()
                .filter(dimension -> readers.top(dimension).known() > 0)
                .map(dimension -> chart(dimension, readers, words))
                .toList();
        String of = readers.reads() < all
                ? words.of("detail.readers.latest", readers.reads())
                : words.of("detail.readers.all", readers.reads());
        return charts.isEmpty() ? null : new ReadersView(of, charts);
    }

    private static Bars chart(Dimension dimension, DescribeReaders.Readers readers, Words words) {
        TopValues top = readers.top(dimension);
        String name = words.of("detail.readers." + dimension.code());
        String title = top.known() == readers.reads()
                ? name
                : words.of("detail.readers.known", name, top.known(), readers.reads());
        return Bars.of(
                new ChartHead("readers-" + dimension.code(), title, null),
                name,
                words.of("number.reads.label"),
                items(dimension, top, words),
                top.known(),
                words);
    }

    private static List<Bars.Item> items(Dimension dimension, TopValues top, Words words) {
        Stream<Bars.Item> named = top.values().stream()
                .map(value -> new Bars.Item(label(dimension, value.name(), words), null, value.reads()));
        Stream<Bars.Item> others = top.others() == 0
                ? Stream.empty()
                : Stream.of(new Bars.Item(words.of("detail.readers.others"), null, top.others()));
        return Stream.concat(named, others).toList();
    }

    private static String label(Dimension dimension, String value, Words words) {
        return switch (dimension) {
            case COUNTRY -> Objects.requireNonNullElse(words.country(value, value), value);
            case DEVICE -> words.of("device." + value);
            case CITY, CLIENT, OS, NETWORK -> Shown.or(Shown.cut(value), "");
        };
    }
}
