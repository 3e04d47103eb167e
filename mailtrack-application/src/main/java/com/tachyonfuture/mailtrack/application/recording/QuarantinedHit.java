package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.time.Instant;

/**
 * A hit that could not be recorded and was set aside.
 *
 * @param id ascending in the order of setting aside
 * @param spool the spool that it came from, and its position there
 */
public record QuarantinedHit(
        long id, String spool, long position, Hit hit, QuarantineReason reason, Instant quarantinedAt) {}
