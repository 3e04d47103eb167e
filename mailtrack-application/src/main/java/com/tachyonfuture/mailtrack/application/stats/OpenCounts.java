package com.tachyonfuture.mailtrack.application.stats;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;

/**
 * The opens of some time, by when they happened.
 *
 * @param opens all of them, unjudged ones too
 * @param reads those that count as somebody reading, unjudged ones too
 * @param byVerdict the opens that were judged
 * @param readsByVerdict the reads that were judged
 */
public record OpenCounts(long opens, long reads, VerdictCounts byVerdict, VerdictCounts readsByVerdict) {

    public static final OpenCounts NONE = new OpenCounts(0, 0, VerdictCounts.NONE, VerdictCounts.NONE);

    /** How many nobody has judged. */
    public long unjudged() {
        return opens - byVerdict.total();
    }

    /** The opens that count as a read for nobody: repeats, machines and the owner. */
    public long otherOpens() {
        return opens - reads;
    }

    public long of(Verdict verdict) {
        return byVerdict.of(verdict);
    }
}
