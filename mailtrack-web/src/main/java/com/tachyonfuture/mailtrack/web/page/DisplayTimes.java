package com.tachyonfuture.mailtrack.web.page;

import com.tachyonfuture.mailtrack.web.settings.WebSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells times the way pages show them: in the owner's zone, and how long ago they are.
@Singleton
public final class DisplayTimes {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm:ss z", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /// From here on a date says more than a number of days.
    private static final int MOST_DAYS = 30;

    private final InstantSource clock;
    private final ZoneId zone;

    DisplayTimes(InstantSource clock, WebSettings settings) {
        this.clock = clock;
        this.zone = settings.displayZone();
    }

    /// A point in time in words: "12 min ago".
    public @Nullable MomentView ago(@Nullable Instant at) {
        return at == null ? null : moment(at, agoInWords(at));
    }

    private String agoInWords(Instant at) {
        Duration age = age(at);
        if (isFresh(age)) {
            return "just now";
        }
        return isLong(age) ? "on " + shortDay(at) : span(age) + " ago";
    }

    /// How long something has been going on since a point in time: "for 3 days".
    public @Nullable MomentView since(@Nullable Instant at) {
        return at == null ? null : moment(at, sinceInWords(at));
    }

    private String sinceInWords(Instant at) {
        Duration age = age(at);
        if (isFresh(age)) {
            return "for a moment";
        }
        return isLong(age) ? "since " + shortDay(at) : "for " + span(age);
    }

    /// A point in time as day and time: "20 Nov 2026, 13:00".
    public @Nullable MomentView dated(@Nullable Instant at) {
        return at == null ? null : moment(at, shortDay(at) + ", " + CLOCK.format(at.atZone(zone)));
    }

    /// The time of day: "13:00".
    public @Nullable MomentView clock(@Nullable Instant at) {
        return at == null ? null : moment(at, CLOCK.format(at.atZone(zone)));
    }

    /// The day, in words where it is near: "Today".
    public String day(@Nullable Instant at) {
        if (at == null) {
            return "Day unknown";
        }
        LocalDate day = LocalDate.ofInstant(at, zone);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (day.equals(today)) {
            return "Today";
        }
        return day.equals(today.minusDays(1)) ? "Yesterday" : DAY.format(day);
    }

    /// When a day begins.
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private MomentView moment(Instant at, String words) {
        var exact = at.truncatedTo(ChronoUnit.SECONDS);
        return new MomentView(DateTimeFormatter.ISO_INSTANT.format(exact), EXACT.format(exact.atZone(zone)), words);
    }

    private String shortDay(Instant at) {
        return SHORT_DAY.format(at.atZone(zone));
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

    /// Rounded down.
    private static String span(Duration age) {
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        if (age.toDays() < 1) {
            return age.toHours() + " h";
        }
        return age.toDays() == 1 ? "1 day" : age.toDays() + " days";
    }
}
