package com.tachyonfuture.mailtrack.domain.recipient;

/**
 * How much somebody cares for what they get, from 0 to 100. It follows from three counts and from no time, so it stands
 * still while nothing happens.
 *
 * <p>Up to {@value #MOST_FOR_READING} points are for the share of mails that were read, up to
 * {@value #MOST_FOR_RETURNING} for the share of reads by which somebody came back to a mail. To what is divided by,
 * {@value #DOUBT} is added: of one mail nobody can tell much, of fifty everybody can. Points are rounded, half a point
 * up, so that the sum of what is shown is the score.
 *
 * @param sent how many mails
 * @param read how many of them were read
 * @param reads how often they were read, each time counted
 */
public record Engagement(long sent, long read, long reads) {

    public static final int MOST_FOR_READING = 80;

    public static final int MOST_FOR_RETURNING = 20;

    /** So many mails, and so many reads, are taken to be there that say nothing for the recipient. */
    public static final int DOUBT = 2;

    /** Points for reading. */
    public int forReading() {
        return points(MOST_FOR_READING, read, sent);
    }

    /** Points for coming back. */
    public int forReturning() {
        return points(MOST_FOR_RETURNING, returns(), reads);
    }

    /** How many of the reads were of a mail that had been read before. */
    public long returns() {
        return reads - read;
    }

    /** All points. */
    public int score() {
        return forReading() + forReturning();
    }

    private static int points(int most, long part, long whole) {
        return Math.toIntExact((2L * most * part + whole + DOUBT) / (2 * (whole + DOUBT)));
    }
}
