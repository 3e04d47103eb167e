package com.tachyonfuture.mailtrack.web.chart;

import com.tachyonfuture.mailtrack.domain.stats.Unit;
import com.tachyonfuture.mailtrack.web.words.DisplayTimes;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.time.Instant;
import java.util.Locale;

/// What the points of a chart over time are called.
///
/// @param unit what there is a point for
public record Moments(Unit unit, Words words) {

    /// What the points are: "Day".
    public String title() {
        return words.of("chart.unit." + code());
    }

    /// For titles: "per day".
    public String per() {
        return words.of("chart.per." + code());
    }

    private String code() {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /// The point that begins then.
    public TimeChart.Moment of(Instant from) {
        DisplayTimes times = words.times();
        return switch (unit) {
            case HOUR -> new TimeChart.Moment(times.dayAndTime(from), times.timeOfDay(from));
            case DAY -> new TimeChart.Moment(times.shortDay(from), times.briefDay(from));
            case WEEK -> new TimeChart.Moment(words.of("chart.week-from", times.shortDay(from)), times.briefDay(from));
            case MONTH -> new TimeChart.Moment(times.month(from), times.month(from));
        };
    }
}
