package com.tachyonfuture.mailtrack.domain.stats;

/** What a chart over time has a point for. */
public enum Unit {
    HOUR,
    DAY,
    /** From Monday on. */
    WEEK,
    MONTH;

    private static final int MOST_DAYS = 92;
    private static final int MOST_DAYS_OF_WEEKS = 2 * 366;

    /** The one that makes a chart of some days neither empty nor crowded. */
    public static Unit fitting(Days days) {
        if (days.count() == 1) {
            return HOUR;
        }
        if (days.count() <= MOST_DAYS) {
            return DAY;
        }
        return days.count() <= MOST_DAYS_OF_WEEKS ? WEEK : MONTH;
    }
}
