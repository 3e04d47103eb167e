package com.tachyonfuture.mailtrack.application.self;

import com.tachyonfuture.mailtrack.domain.address.Cidr;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A network that the owner said is theirs.
 *
 * @param learnedFrom the id of the open that they said it of, which may be gone; null where it was none
 */
public record OwnAddress(Cidr network, @Nullable Long learnedFrom, Instant learnedAt) {}
