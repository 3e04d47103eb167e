package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.util.Optional;

/** Judges opens again, by what was kept of them. Never blocks; for one thread. */
@FunctionalInterface
public interface Reviewer {

    /** Empty where it can't be judged: then it stays as it is. May be asked again for the same open. */
    Optional<Reviewed> review(Open open, Origin origin);
}
