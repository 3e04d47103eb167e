package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import org.jspecify.annotations.Nullable;

/**
 * A hit for a known track, with what was found out about it.
 *
 * @param judged null where nobody judges
 */
public record JudgedHit(
        Hit hit, Description description, @Nullable Judged judged) {

    /** Whether somebody read the mail: as long as nobody judged otherwise, they did. */
    public boolean isRead() {
        return judged == null || judged.verdict().isRead();
    }

    public @Nullable Verdict verdict() {
        return judged == null ? null : judged.verdict();
    }
}
