package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;

/**
 * What became of judging a fetch.
 *
 * @param ruleBook the version of the rules that judged
 * @param viewer the key of whoever looked: see {@link com.tachyonfuture.mailtrack.domain.classify.Viewer}
 */
public record Judged(Judgement judgement, int ruleBook, long viewer) {

    public Verdict verdict() {
        return judgement.verdict();
    }
}
