package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.recording.Hit;

/** Judges hits, once it is known when and from where their tracks were created. Never blocks; for one thread. */
@FunctionalInterface
public interface Judge {

    /** May be asked again for the same hit, and answers the same. */
    JudgedHit judge(Hit hit, Origin origin);
}
