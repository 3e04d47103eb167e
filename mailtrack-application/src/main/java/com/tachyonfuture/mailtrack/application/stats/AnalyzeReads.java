package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.LocalCalendar;
import com.tachyonfuture.mailtrack.domain.stats.Period;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** When, where and with what the mails of a period were read. */
public final class AnalyzeReads {

    /** Of each dimension. */
    public static final int MOST_VALUES = 12;

    /** Of countries, which a map shows all. */
    public static final int MOST_COUNTRIES = 250;

    /**
     * What a period comes to.
     *
     * @param summary with the series and the headline, whose cohort knows how long the first read took
     * @param hours of the week of the owner's calendar
     * @param top for each dimension
     */
    public record Analysis(SummarizePeriod.Summary summary, WeekHours hours, Map<Dimension, TopValues> top) {

        public Analysis {
            top = Collections.unmodifiableMap(new EnumMap<>(top));
        }

        public TopValues top(Dimension dimension) {
            return top.getOrDefault(dimension, TopValues.NONE);
        }
    }

    private final Numbers numbers;
    private final SummarizePeriod summarizePeriod;

    public AnalyzeReads(Numbers numbers, InstantSource clock) {
        this.numbers = numbers;
        this.summarizePeriod = new SummarizePeriod(numbers, clock);
    }

    public Analysis of(Period period, ZoneId zone) {
        var calendar = new LocalCalendar(zone);
        SummarizePeriod.Summary summary = summarizePeriod.of(period, zone);
        Range range = SummarizePeriod.range(period, summary.days(), calendar);
        return new Analysis(summary, numbers.readsByHour(range, calendar), top(range));
    }

    private Map<Dimension, TopValues> top(Range range) {
        return Arrays.stream(Dimension.values())
                .collect(Collectors.toMap(
                        Function.identity(), dimension -> numbers.top(dimension, range, most(dimension))));
    }

    /** How many values there are at most. */
    static int most(Dimension dimension) {
        return dimension == Dimension.COUNTRY ? MOST_COUNTRIES : MOST_VALUES;
    }
}
