package com.tachyonfuture.mailtrack.application.live;

import java.util.Comparator;
import java.util.List;

/**
 * What arrived, told at once.
 *
 * @param mark where to go on: whoever asks for what came after it misses nothing, but may hear of some again
 * @param opens reads first, then the latest first; at most {@link #MOST_TOLD}
 * @param count how many arrived, told one by one or not
 * @param reads how many of these are reads
 * @param more whether there may be more than were counted
 */
public record News(long mark, List<Arrival> opens, int count, int reads, boolean more) {

    /** How many opens are told one by one. */
    public static final int MOST_TOLD = 100;

    private static final Comparator<Arrival> READS_FIRST = Comparator.comparing(Arrival::read)
            .thenComparingLong(Arrival::openId)
            .reversed();

    public News {
        opens = List.copyOf(opens);
    }

    static News of(long mark, List<Arrival> arrivals, boolean more) {
        List<Arrival> told =
                arrivals.stream().sorted(READS_FIRST).limit(MOST_TOLD).toList();
        int reads = (int) arrivals.stream().filter(Arrival::read).count();
        return new News(mark, told, arrivals.size(), reads, more);
    }

    public boolean isEmpty() {
        return count == 0 && !more;
    }
}
