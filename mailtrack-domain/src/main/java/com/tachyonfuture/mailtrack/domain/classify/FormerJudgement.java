package com.tachyonfuture.mailtrack.domain.classify;

import org.jspecify.annotations.Nullable;

/**
 * What the service that we took over from thought of a fetch when it came. It saw things that nobody kept, so it is
 * heard where our rules are unsure, and only against a reading: it called real whatever it did not recognize, which
 * says nothing.
 *
 * @param real whether it took the fetch for somebody reading; null where it did not say
 * @param proxy the proxy or scanner that it named
 */
public record FormerJudgement(
        @Nullable Boolean real, @Nullable String proxy) {

    private static final int LONGEST_AGENT = 32;

    /** Our judgement, unless it calls a reading what the other service did not, and is not sure of that. */
    public Judgement weigh(Judgement ours) {
        boolean unsure = ours.verdict().isRead() && ours.confidence() == Confidence.LOW;
        return Boolean.FALSE.equals(real) && unsure
                ? new Judgement(Verdict.UNDECIDED, Reason.FORMER_SERVICE, Confidence.LOW, agent())
                : ours;
    }

    private @Nullable String agent() {
        if (proxy == null || proxy.codePointCount(0, proxy.length()) <= LONGEST_AGENT) {
            return proxy;
        }
        return proxy.substring(0, proxy.offsetByCodePoints(0, LONGEST_AGENT));
    }
}
