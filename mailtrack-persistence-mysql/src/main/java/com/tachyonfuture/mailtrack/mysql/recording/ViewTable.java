package com.tachyonfuture.mailtrack.mysql.recording;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/// Which viewers were seen when: a hash table of two arrays of numbers, 16 bytes for each place. Not safe for several
/// threads.
///
/// Viewers are hashes that strangers may choose by what they send. So where one stands depends on a random number too,
/// and of one viewer only the latest are kept: nobody makes a search long.
final class ViewTable {

    /// Of one viewer. With the usual window more than a day.
    private static final int MOST_OF_ONE = 128;

    private static final long FREE = Long.MIN_VALUE;

    /// Near no time that there is, but others behind it are to be found.
    private static final long REMOVED = FREE + 1;

    private static final int SMALLEST_BITS = 6;

    private long multiplier = randomMultiplier();
    private int shift;
    private long[] viewers;
    private long[] times;
    private int size;

    ViewTable() {
        shift = Long.SIZE - SMALLEST_BITS;
        viewers = new long[1 << SMALLEST_BITS];
        times = freePlaces(SMALLEST_BITS);
    }

    private static long[] freePlaces(int bits) {
        var times = new long[1 << bits];
        Arrays.fill(times, FREE);
        return times;
    }

    private static long randomMultiplier() {
        return ThreadLocalRandom.current().nextLong() | 1;
    }

    int size() {
        return size;
    }

    /// Forgets all. The places stay, for as many again.
    void clear() {
        Arrays.fill(times, FREE);
        multiplier = randomMultiplier();
        size = 0;
    }

    /// Does nothing if it is there.
    ///
    /// @param time in any unit
    void add(long viewer, long time) {
        int ofViewer = 0;
        int earliest = -1;
        int place = first(viewer);
        for (; times[place] != FREE; place = next(place)) {
            if (viewers[place] == viewer) {
                if (times[place] == time) {
                    return;
                }
                ofViewer++;
                earliest = earliest < 0 || times[place] < times[earliest] ? place : earliest;
            }
        }
        if (ofViewer < MOST_OF_ONE) {
            insert(place, viewer, time);
        } else {
            times[earliest] = Math.max(times[earliest], time);
        }
    }

    /// Does nothing if it is not there.
    void remove(long viewer, long time) {
        for (int place = first(viewer); times[place] != FREE; place = next(place)) {
            if (viewers[place] == viewer && times[place] == time) {
                times[place] = REMOVED;
            }
        }
    }

    private void insert(int place, long viewer, long time) {
        viewers[place] = viewer;
        times[place] = time;
        size++;
        if (size > viewers.length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        long[] formerViewers = viewers;
        long[] formerTimes = times;
        shift--;
        viewers = new long[formerViewers.length * 2];
        times = freePlaces(Long.SIZE - shift);
        for (int i = 0; i < formerTimes.length; i++) {
            if (formerTimes[i] != FREE) {
                int place = first(formerViewers[i]);
                while (times[place] != FREE) {
                    place = next(place);
                }
                viewers[place] = formerViewers[i];
                times[place] = formerTimes[i];
            }
        }
    }

    /// Whether a viewer was seen within some time before or after, the ends included.
    boolean isNear(long viewer, long time, long reach) {
        for (int place = first(viewer); times[place] != FREE; place = next(place)) {
            if (viewers[place] == viewer && Math.abs(times[place] - time) <= reach) {
                return true;
            }
        }
        return false;
    }

    private int first(long viewer) {
        return (int) ((viewer * multiplier) >>> shift);
    }

    private int next(int place) {
        return (place + 1) & (viewers.length - 1);
    }
}
