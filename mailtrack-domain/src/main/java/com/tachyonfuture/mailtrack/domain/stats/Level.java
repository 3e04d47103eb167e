package com.tachyonfuture.mailtrack.domain.stats;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How long the pieces of time are by which things are counted, all of UTC; each consists of those before it. */
public enum Level {
    QUARTER {
        @Override
        public Instant start(Instant moment) {
            return QuarterHour.of(moment).start();
        }

        @Override
        public Instant next(Instant start) {
            return start.plus(QuarterHour.LENGTH);
        }
    },
    HOUR {
        @Override
        public Instant start(Instant moment) {
            return startOfEqual(Duration.ofHours(1), moment);
        }

        @Override
        public Instant next(Instant start) {
            return start.plus(Duration.ofHours(1));
        }
    },
    DAY {
        @Override
        public Instant start(Instant moment) {
            return startOfEqual(Duration.ofDays(1), moment);
        }

        @Override
        public Instant next(Instant start) {
            return start.plus(Duration.ofDays(1));
        }
    },
    MONTH {
        @Override
        public Instant start(Instant moment) {
            return utc(day(moment).withDayOfMonth(1));
        }

        @Override
        public Instant next(Instant start) {
            return utc(day(start).plusMonths(1));
        }
    };

    /** When the piece begins that a moment lies in. */
    public abstract Instant start(Instant moment);

    /** When the piece after one begins. */
    public abstract Instant next(Instant start);

    private static Instant startOfEqual(Duration length, Instant moment) {
        long second = moment.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, length.toSeconds()));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Instant utc(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
