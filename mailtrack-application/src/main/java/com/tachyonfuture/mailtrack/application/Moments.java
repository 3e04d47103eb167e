package com.tachyonfuture.mailtrack.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads points in time as clients write them: ISO 8601, or seconds since 1970.
 *
 * <p>A time without an offset is UTC. A space before the offset is the {@code +} that somebody forgot to encode. Times
 * are stored to the microsecond, so a finer one is rounded up: what is at or after it is then still the same.
 */
public final class Moments {

    private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,30})?");
    private static final Pattern ISO = Pattern.compile("(?<date>\\d{4}-\\d\\d-\\d\\d)"
            + "(?:[Tt ](?<time>\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)(?<offset>[Zz]|[-+ ]\\d\\d(?::?\\d\\d)?)?)?");

    /** The years that every database of ours can compare with. */
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Moments() {}

    /** The point in time that a text means; empty when it means none, or one that no track can have. */
    public static Optional<Instant> parse(String text) {
        try {
            return read(text.strip())
                    .map(Moments::roundUp)
                    .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST));
        } catch (DateTimeException | ArithmeticException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> read(String text) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(ofSeconds(new BigDecimal(text)));
        }
        Matcher iso = ISO.matcher(text);
        return iso.matches() ? Optional.of(ofIso(iso)) : Optional.empty();
    }

    private static Instant ofSeconds(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.CEILING);
        return Instant.ofEpochSecond(whole.longValueExact(), nanos.longValueExact());
    }

    private static Instant ofIso(Matcher iso) {
        String time = iso.group("time");
        return LocalDate.parse(iso.group("date"))
                .atTime(time == null ? LocalTime.MIDNIGHT : LocalTime.parse(time))
                .toInstant(offset(iso.group("offset")));
    }

    private static ZoneOffset offset(@Nullable String text) {
        return text == null
                ? ZoneOffset.UTC
                : ZoneOffset.of(text.toUpperCase(Locale.ROOT).replace(' ', '+'));
    }

    private static Instant roundUp(Instant moment) {
        Instant down = moment.truncatedTo(ChronoUnit.MICROS);
        return down.equals(moment) ? moment : down.plus(1, ChronoUnit.MICROS);
    }
}
