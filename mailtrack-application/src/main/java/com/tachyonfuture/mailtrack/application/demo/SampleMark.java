package com.tachyonfuture.mailtrack.application.demo;

import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.Locale;

/**
 * What the ids of sample tracks begin with: the mark in the database by which they are known again, whatever else is in
 * it. They are UUIDs of version 8, which is for everybody's own use. All others that we make are of version 4, so none
 * has the mark by chance.
 */
public final class SampleMark {

    /** The first characters of the id, in lower case. */
    public static final String BEGINNING = "5a3b1e00-da7a-8000-8000-";

    private static final long NUMBERS = 1L << 48;

    private SampleMark() {}

    /**
     * The id of a sample track.
     *
     * @param number another one for each, from 0 to 2^48 - 1
     */
    public static TrackId id(long number) {
        if (number < 0 || number >= NUMBERS) {
            throw new IllegalArgumentException("the number of a sample track has 48 bits, not " + number);
        }
        return new TrackId(BEGINNING + String.format(Locale.ROOT, "%012x", number));
    }

    /** Whether a track is a sample. */
    public static boolean isOn(TrackId id) {
        return id.value().toLowerCase(Locale.ROOT).startsWith(BEGINNING);
    }
}
