package com.tachyonfuture.mailtrack.bench;

/// How much is in a database: so many tracks, and so many opens of them, over the last twelve months.
record DataSet(int tracks, int opens) {

    private static final int MOST_TRACKS = 1_000_000;

    DataSet {
        if (tracks > MOST_TRACKS) {
            throw new BenchFailure(
                    Text.of("--tracks is %d; allowed: a whole number from 1 to %d.", tracks, MOST_TRACKS));
        }
    }

    /// What large ones are compared with.
    static DataSet small() {
        return new DataSet(1_000, 10_000);
    }

    /// For names of folders and databases.
    String name() {
        return tracks + "_" + opens;
    }

    /// For people.
    String words() {
        return Text.of("%,d tracks, %,d opens", tracks, opens);
    }
}
