package com.tachyonfuture.mailtrack.domain.stats;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which days the owner wants to see the numbers of.
 *
 * @param code in addresses, such as {@code 30d}
 * @param lastDays how many, today included; null where that does not say it
 * @param chosen the days themselves, where the owner chose them; null otherwise
 */
public record Period(
        String code, @Nullable Integer lastDays, @Nullable Days chosen) {

    public static final Period TODAY = new Period("today", 1, null);
    public static final Period LAST_7_DAYS = new Period("7d", 7, null);
    public static final Period LAST_30_DAYS = new Period("30d", 30, null);
    public static final Period LAST_90_DAYS = new Period("90d", 90, null);

    /** From the first day of which anything is known until today. */
    public static final Period ALL = new Period("all", null, null);

    /** What is shown unless the owner wants something else. */
    public static final Period USUAL = LAST_30_DAYS;

    /** Those that are known by their code, in order of their length. */
    public static final List<Period> NAMED = List.of(TODAY, LAST_7_DAYS, LAST_30_DAYS, LAST_90_DAYS, ALL);

    /** The earliest and the latest day that may be chosen. */
    public static final Days CHOICE = new Days(LocalDate.of(1970, 1, 1), LocalDate.of(2199, 12, 31));

    /** A year too far back for a chart of months: of what lies before, only the numbers are shown. */
    private static final int LONGEST_YEARS = 100;

    /** The one with this code; empty when there is none. */
    public static Optional<Period> of(String code) {
        return NAMED.stream().filter(period -> period.code().equals(code)).findFirst();
    }

    /** Days that the owner chose, which lie within {@link #CHOICE}. */
    public static Period custom(Days days) {
        if (!CHOICE.contain(days.first()) || !CHOICE.contain(days.last())) {
            throw new IllegalArgumentException("days from " + CHOICE + " may be chosen, not " + days);
        }
        return new Period("custom", null, days);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /**
     * The days of this period.
     *
     * @param beginning the first day of which anything is known
     */
    public Days days(LocalDate today, LocalDate beginning) {
        if (chosen != null) {
            return chosen;
        }
        if (lastDays != null) {
            return Days.until(today, lastDays);
        }
        LocalDate earliest = today.minusYears(LONGEST_YEARS);
        LocalDate first = beginning.isBefore(earliest) ? earliest : beginning;
        return new Days(first.isAfter(today) ? today : first, today);
    }

    /** As many days just before; empty where nothing is before this period. */
    public Optional<Days> before(LocalDate today) {
        return isAll() ? Optional.empty() : Optional.of(days(today, today).before());
    }
}
