package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Twelve months of mail that end now: what is needed to fill a database as it would have filled by itself. The same
/// for the same [DataSet] and moment.
///
/// Mail is sent on working days more than on others, and by day. Most opens come within hours, some after weeks.
/// Every seventh track has none, a few have hundreds. The opens of all tracks are in the order of their times, so
/// that those of one track lie as far apart on the disk as they would.
final class YearOfMail {

    private static final Duration LENGTH = Duration.ofDays(365);
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int BUSY_FROM = 8;
    private static final int BUSY_UNTIL = 18;
    private static final double UNOPENED = 0.15;
    private static final double SPREAD_OF_OPENS = 1.2;
    private static final double MEDIAN_DELAY_SECONDS = 7_200;
    private static final double SPREAD_OF_DELAYS = 2.2;
    private static final int TRACKS_PER_RECIPIENT = 12;
    private static final int MOST_VIEWERS = 4;

    /// The track is in the lower bits, the second since the beginning above them.
    private static final int TRACK_BITS = 20;

    private final DataSet size;
    private final Instant start;
    private final long[] createdAfter;
    private final long[] openings;

    private YearOfMail(DataSet size, Instant start, long[] createdAfter, long[] openings) {
        this.size = size;
        this.start = start;
        this.createdAfter = createdAfter;
        this.openings = openings;
    }

    static YearOfMail until(Instant end, DataSet size) {
        var chance = new SplittableRandom(6);
        Instant start = end.minus(LENGTH);
        long[] createdAfter = creations(size.tracks(), start, chance);
        return new YearOfMail(size, start, createdAfter, openings(size.opens(), createdAfter, chance));
    }

    /// In seconds since the beginning, ascending.
    private static long[] creations(int tracks, Instant start, SplittableRandom chance) {
        long[] seconds = new long[tracks];
        Arrays.setAll(seconds, track -> second(start, chance));
        Arrays.sort(seconds);
        return seconds;
    }

    private static long second(Instant start, SplittableRandom chance) {
        long second = chance.nextLong(LENGTH.toSeconds());
        var at = start.plusSeconds(second).atOffset(ZoneOffset.UTC);
        boolean busy = !WEEKEND.contains(at.getDayOfWeek()) && at.getHour() >= BUSY_FROM && at.getHour() < BUSY_UNTIL;
        return busy || chance.nextInt(8) == 0 ? second : second(start, chance);
    }

    private static long[] openings(int opens, long[] createdAfter, SplittableRandom chance) {
        double[] upTo = weights(createdAfter.length, chance);
        long[] packed = new long[opens];
        for (int i = 0; i < opens; i++) {
            int track = indexOf(upTo, chance.nextDouble(upTo[upTo.length - 1]));
            packed[i] = secondOfOpen(createdAfter[track], chance) << TRACK_BITS | track;
        }
        Arrays.sort(packed);
        return packed;
    }

    /// How many opens a track has by chance, each added to those before it.
    private static double[] weights(int tracks, SplittableRandom chance) {
        double[] upTo = new double[tracks];
        double sum = 0;
        for (int track = 0; track < tracks; track++) {
            sum += chance.nextDouble() < UNOPENED ? 0 : Math.exp(SPREAD_OF_OPENS * chance.nextGaussian());
            upTo[track] = sum;
        }
        if (sum == 0) {
            upTo[tracks - 1] = 1;
        }
        return upTo;
    }

    private static int indexOf(double[] upTo, double weight) {
        int found = Arrays.binarySearch(upTo, weight);
        int next = found >= 0 ? found + 1 : -found - 1;
        return Math.min(next, upTo.length - 1);
    }

    private static long secondOfOpen(long created, SplittableRandom chance) {
        double delay = MEDIAN_DELAY_SECONDS * Math.exp(SPREAD_OF_DELAYS * chance.nextGaussian());
        long left = LENGTH.toSeconds() - 1 - created;
        return created + (delay < left ? (long) delay : chance.nextLong(left + 1));
    }

    int tracks() {
        return size.tracks();
    }

    int opens() {
        return size.opens();
    }

    TrackId id(int track) {
        return new TrackId(new UUID(mixed(track), mixed(~(long) track)).toString());
    }

    Instant createdAt(int track) {
        return start.plusSeconds(createdAfter[track]);
    }

    TrackDetails details(int track) {
        var chance = new SplittableRandom(mixed(track));
        int recipient = chance.nextInt(Math.max(1, size.tracks() / TRACKS_PER_RECIPIENT));
        String group = chance.nextInt(5) == 0 ? "group-" + track / 8 : null;
        String notes = chance.nextInt(10) == 0 ? SeedWords.notes(chance) : null;
        return new TrackDetails(SeedWords.recipient(recipient), SeedWords.subject(chance, track), notes, group);
    }

    /// Some of all opens, in their order.
    List<Hit> hits(int from, int to) {
        var hits = new ArrayList<Hit>(to - from);
        for (int i = from; i < to; i++) {
            hits.add(hit(i));
        }
        return hits;
    }

    private Hit hit(int number) {
        int track = Math.toIntExact(openings[number] & ((1L << TRACK_BITS) - 1));
        RandomGenerator chance = new SplittableRandom(mixed(number));
        long viewer = mixed((long) track * MOST_VIEWERS + chance.nextInt(MOST_VIEWERS));
        Instant at = start.plusSeconds(openings[number] >>> TRACK_BITS).plusNanos(1_000L * chance.nextInt(1_000_000));
        return new Hit(id(track), at, SeedWorld.address(viewer), SampleHits.userAgent(viewer), null);
    }

    /// The track with the most opens.
    int trackWithMost() {
        return trackNearest(Integer.MAX_VALUE, track -> true);
    }

    /// The first one of the tracks with opens whose number is nearest to a wanted one.
    ///
    /// @throws BenchFailure when there is none
    int trackNearest(int wanted, IntPredicate among) {
        int[] opens = new int[size.tracks()];
        for (long opening : openings) {
            opens[Math.toIntExact(opening & ((1L << TRACK_BITS) - 1))]++;
        }
        return IntStream.range(0, opens.length)
                .filter(track -> opens[track] > 0)
                .filter(among)
                .boxed()
                .min(Comparator.comparingInt(track -> Math.abs(wanted - opens[track])))
                .orElseThrow(() -> new BenchFailure("None of so few tracks is like that."));
    }

    private static long mixed(long number) {
        return new SplittableRandom(number).nextLong();
    }
}
