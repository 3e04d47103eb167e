package com.tachyonfuture.mailtrack.domain.access;

import java.time.Instant;

/**
 * The time that a browser is signed in.
 *
 * @param token the hash of what the browser shows to be known again
 * @param startedAt when the owner signed in
 * @param seenAt when the browser asked for something last, give or take {@link SessionLimits#PRECISION}
 */
public record Session(SecretHash token, Instant startedAt, Instant seenAt) {}
