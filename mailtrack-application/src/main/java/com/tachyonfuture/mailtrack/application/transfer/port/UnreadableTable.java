package com.tachyonfuture.mailtrack.application.transfer.port;

/** A file that can't be read as a table, from some line on. */
public final class UnreadableTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;

    /**
     * Tells where it is.
     *
     * @param line near which it is, from 1; 0 where nobody knows
     * @param message what is wrong, to follow the word that names it: "is not written in UTF-8"
     */
    public UnreadableTable(long line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    /** Near which line; 0 where nobody knows. */
    public long line() {
        return line;
    }
}
