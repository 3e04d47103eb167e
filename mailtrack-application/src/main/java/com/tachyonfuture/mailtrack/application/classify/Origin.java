package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a track was created, and from which address, as far as anybody knows.
 */
public record Origin(@Nullable Instant createdAt, @Nullable IpAddress createdFrom) {}
