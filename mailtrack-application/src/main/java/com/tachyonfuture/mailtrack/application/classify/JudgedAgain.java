package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An open, and what it came to when it was judged again.
 *
 * @param open as it was
 * @param reviewed null where it could not be judged, and stays as it was
 * @param repeat whether it is a repeat now
 */
public record JudgedAgain(Open open, @Nullable Reviewed reviewed, boolean repeat) {

    /** Whether it is one of the reads of its track now. */
    public boolean isCounted() {
        return reviewed == null ? open.isCounted() : reviewed.judged().verdict().isRead() && !repeat;
    }

    /** The key of the viewer to whom it counted before; empty where it was a repeat or counted to nobody. */
    public OptionalLong viewerBefore() {
        return open.repeat() ? OptionalLong.empty() : Viewers.of(open);
    }

    /** The key of the viewer to whom it counts now; empty where it is a repeat or counts to nobody. */
    public OptionalLong viewerNow() {
        if (reviewed == null) {
            return viewerBefore();
        }
        return repeat || open.openedAt() == null
                ? OptionalLong.empty()
                : OptionalLong.of(reviewed.judged().viewer());
    }
}
