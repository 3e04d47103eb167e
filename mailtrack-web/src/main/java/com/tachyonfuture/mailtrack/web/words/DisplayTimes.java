package com.tachyonfuture.mailtrack.web.words;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/// Tells times the way pages show them: in the owner's zone, and how long ago they are.
public final class DisplayTimes {

    /// From here on a date says more than a number of days.
    private static final int MOST_DAYS = 30;

    private final InstantSource clock;
    private final ZoneId zone;
    private final Words words;

    DisplayTimes(InstantSource clock, ZoneId zone, Words words) {
        this.clock = clock;
        this.zone = zone;
        this.words = words;
    }

    /// The owner's zone.
    public ZoneId zone() {
        return zone;
    }

    /// The moment that it is.
    public Instant now() {
        return clock.instant();
    }

    /// The day that it is for the owner.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /// A point in time in words: "12 min ago".
    public @Nullable MomentView ago(@Nullable Instant at) {
        return at == null ? null : moment(at, agoInWords(at));
    }

    private String agoInWords(Instant at) {
        Duration age = age(at);
        if (isFresh(age)) {
            return words.of("time.now");
        }
        return isLong(age) ? words.of("time.on", shortDay(at)) : words.of("time.ago", span(age));
    }

    /// How long something has been going on since a point in time: "for 3 days".
    public @Nullable MomentView since(@Nullable Instant at) {
        return at == null ? null : moment(at, sinceInWords(at));
    }

    private String sinceInWords(Instant at) {
        Duration age = age(at);
        if (isFresh(age)) {
            return words.of("time.moment");
        }
        return isLong(age) ? words.of("time.since", shortDay(at)) : words.of("time.for", span(age));
    }

    /// A point in time as day and time: "20 Nov 2026, 13:00".
    public @Nullable MomentView dated(@Nullable Instant at) {
        return at == null ? null : moment(at, dayAndTime(at));
    }

    /// The time of day: "13:00".
    public @Nullable MomentView clock(@Nullable Instant at) {
        return at == null ? null : moment(at, timeOfDay(at));
    }

    /// The day, in words where it is near: "Today".
    public String day(@Nullable Instant at) {
        if (at == null) {
            return words.of("time.day-unknown");
        }
        LocalDate day = LocalDate.ofInstant(at, zone);
        if (day.equals(today())) {
            return words.of("time.today");
        }
        return day.equals(today().minusDays(1)) ? words.of("time.yesterday") : formatted("time.format.day", day);
    }

    /// A day as people write it where it has to be short: "20 Nov 2026".
    public String shortDay(LocalDate day) {
        return formatted("time.format.short-day", day);
    }

    /// The day of a point in time: "20 Nov 2026".
    public String shortDay(Instant at) {
        return shortDay(LocalDate.ofInstant(at, zone));
    }

    /// The day where the year goes without saying: "20 Nov".
    public String briefDay(Instant at) {
        return formatted("time.format.brief-day", at.atZone(zone));
    }

    /// "Nov 2026"
    public String month(Instant at) {
        return formatted("time.format.month", at.atZone(zone));
    }

    /// "20 Nov 2026, 13:00"
    public String dayAndTime(Instant at) {
        return shortDay(at) + ", " + timeOfDay(at);
    }

    /// "13:00"
    public String timeOfDay(Instant at) {
        return formatted("time.format.clock", at.atZone(zone));
    }

    /// When a day begins.
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private MomentView moment(Instant at, String inWords) {
        var exact = at.truncatedTo(ChronoUnit.SECONDS);
        return new MomentView(DateTimeFormatter.ISO_INSTANT.format(exact), exactly(exact), inWords);
    }

    /// To the second, with the zone: "Friday, 20 November 2026, 13:00:00 CET".
    public String exactly(Instant at) {
        return formatted("time.format.exact", at.atZone(zone));
    }

    private String formatted(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(words.of(pattern), words.locale()).format(time);
    }

    private Duration age(Instant at) {
        return Duration.between(at, clock.instant());
    }

    /// Clocks differ: what lies ahead a little is fresh as well.
    private static boolean isFresh(Duration age) {
        return age.toMinutes() < 1;
    }

    private static boolean isLong(Duration age) {
        return age.toDays() > MOST_DAYS;
    }

    /// In its largest unit, rounded down, as it stands after "ago" or "for" in languages that bend it there.
    private String span(Duration length) {
        if (length.toHours() < 1) {
            return words.count("time.minutes", length.toMinutes());
        }
        return length.toDays() < 1
                ? words.count("time.hours", length.toHours())
                : words.count("time.days", length.toDays());
    }

    /// How long something takes, in its two largest units, rounded down: "1 h 42 min".
    public String length(Duration length) {
        if (length.toMinutes() < 1) {
            return words.of("time.length.seconds", length.toSeconds());
        }
        if (length.toHours() < 1) {
            return words.of("time.length.minutes", length.toMinutes());
        }
        return length.toDays() < 1
                ? words.of("time.length.hours", length.toHours(), length.toMinutesPart())
                : words.of("time.length.days", length.toDays(), length.toHoursPart());
    }
}
