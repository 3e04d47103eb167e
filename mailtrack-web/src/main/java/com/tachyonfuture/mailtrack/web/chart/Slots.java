package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The width of a chart, divided among its points.
record Slots(int count) {

    private static final int MOST_LABELS = 5;

    /// About how wide a character of a label is on a phone, and how far labels keep from one another, in percent.
    private static final double CHARACTER = 1.9;

    private static final double GAP = 2;

    /// What is said of a point, over all of its slot.
    public record Point(String x, String width, String says) {}

    /// A label below.
    ///
    /// @param anchor which part of the text is at x
    public record Label(String x, String anchor, String text) {}

    private double width() {
        return (double) Scale.FULL / count;
    }

    long middle(int i) {
        return Math.round((i + 0.5) * width());
    }

    /// A bar in each slot, standing on the ground.
    ///
    /// @param share of the slot's width
    String bars(Series series, Scale scale, double share) {
        var path = new StringBuilder();
        for (int i = 0; i < count; i++) {
            long height = Math.round(scale.height(series.values().get(i)));
            if (height > 0) {
                long left = Math.round((i + (1 - share) / 2) * width());
                long right = Math.max(left + 1, Math.round((i + (1 + share) / 2) * width()));
                path.append('M').append(left).append(" 1000V").append(Scale.FULL - height);
                path.append('H').append(right).append("V1000z");
            }
        }
        return path.toString();
    }

    /// A line through the middles of the slots; over all of the slot where there is but one.
    String line(Series series, Scale scale) {
        if (count == 1) {
            return "M0 " + scale.y(series.values().getFirst()) + "H1000";
        }
        var path = new StringBuilder();
        for (int i = 0; i < count; i++) {
            path.append(i == 0 ? 'M' : 'L').append(middle(i)).append(' ');
            path.append(scale.y(series.values().get(i)));
        }
        return path.toString();
    }

    /// What is below the line.
    String area(String line) {
        return count == 1 ? line + "V1000H0z" : line + "V1000H" + middle(0) + "z";
    }

    List<Point> points(List<String> labels, List<Series> series, Words words) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Point(Percent.of(i, count), Percent.of(1, count), says(labels.get(i), i, series, words)))
                .toList();
    }

    private static String says(String label, int i, List<Series> series, Words words) {
        List<String> values = series.stream()
                .map(one -> words.of("chart.value", one.name(), one.values().get(i)))
                .toList();
        return words.of("chart.point", label, String.join(", ", values));
    }

    /// As many labels as there is room for on a phone, at equal distances where four or five can have them.
    List<Label> labels(List<String> texts) {
        int most = Math.min(count, MOST_LABELS);
        IntStream equal = IntStream.of(MOST_LABELS, MOST_LABELS - 1).filter(shown -> (count - 1) % (shown - 1) == 0);
        IntStream any = IntStream.iterate(most, shown -> shown > 2, shown -> shown - 1);
        return IntStream.concat(equal, any)
                .filter(shown -> shown <= most)
                .mapToObj(shown -> places(shown, texts))
                .filter(Slots::haveRoom)
                .findFirst()
                .orElseGet(() -> places(Math.min(count, 2), texts))
                .stream()
                .map(Place::label)
                .toList();
    }

    private List<Place> places(int shown, List<String> texts) {
        return IntStream.range(0, shown)
                .mapToObj(i -> shown == 1 ? inTheMiddle(0, texts) : place(i, shown - 1, texts))
                .toList();
    }

    private Place place(int i, int last, List<String> texts) {
        if (i == 0) {
            return new Place(0, "start", 0, texts.getFirst());
        }
        return i == last
                ? new Place(100, "end", 1, texts.getLast())
                : inTheMiddle(Math.round((float) i * (count - 1) / last), texts);
    }

    private Place inTheMiddle(int slot, List<String> texts) {
        return new Place(100 * (slot + 0.5) / count, "middle", 0.5, texts.get(slot));
    }

    private static boolean haveRoom(List<Place> places) {
        return IntStream.range(1, places.size())
                .allMatch(i -> places.get(i).begin() - places.get(i - 1).end() >= GAP);
    }

    /// Where a label may stand, in percent of the width.
    ///
    /// @param before which part of the text is before x
    private record Place(double x, String anchor, double before, String text) {

        private double width() {
            return CHARACTER * text.length();
        }

        double begin() {
            return x - before * width();
        }

        double end() {
            return begin() + width();
        }

        Label label() {
            return new Label(Percent.of(x, 100), anchor, text);
        }
    }

    static ChartTable table(String labelsTitle, List<String> labels, List<Series> series, Words words) {
        List<String> columns = Stream.concat(
                        Stream.of(labelsTitle), series.stream().map(Series::name))
                .toList();
        return new ChartTable(
                columns,
                IntStream.range(0, labels.size())
                        .mapToObj(i -> new ChartTable.Row(
                                labels.get(i),
                                series.stream()
                                        .map(one -> words.number(one.values().get(i)))
                                        .toList()))
                        .toList());
    }
}
