package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says with what and where a track was read lately, as far as that is known of its readers. */
public final class DescribeReaders {

    /** How many reads are looked at. */
    public static final int MOST_READS = 200;

    /** How many opens are looked through for them. */
    static final int LONGEST_SEARCH = 5 * MOST_READS;

    /** Of each dimension. */
    public static final int MOST_VALUES = 6;

    /**
     * What is known of the latest readers.
     *
     * @param reads how many reads were looked at
     * @param top for each dimension
     */
    public record Readers(long reads, Map<Dimension, TopValues> top) {

        public static final Readers NONE = new Readers(0, Map.of());

        public Readers {
            var copy = new EnumMap<Dimension, TopValues>(Dimension.class);
            copy.putAll(top);
            top = Collections.unmodifiableMap(copy);
        }

        public TopValues top(Dimension dimension) {
            return top.getOrDefault(dimension, TopValues.NONE);
        }
    }

    private final Opens opens;

    public DescribeReaders(Opens opens) {
        this.opens = opens;
    }

    /** The latest readers of a track; none where there is no such track. */
    public Readers of(TrackId track) {
        List<Open> reads = opens.latestReads(track, LONGEST_SEARCH, MOST_READS);
        return new Readers(
                reads.size(),
                Arrays.stream(Dimension.values())
                        .collect(Collectors.toMap(
                                Function.identity(),
                                dimension -> OpensAtHand.top(reads.stream(), dimension, MOST_VALUES))));
    }
}
