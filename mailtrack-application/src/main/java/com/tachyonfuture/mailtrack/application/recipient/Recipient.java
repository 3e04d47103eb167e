package com.tachyonfuture.mailtrack.application.recipient;

import com.tachyonfuture.mailtrack.domain.recipient.Engagement;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who got mail, and what became of all of it.
 *
 * @param name as a track spells it
 * @param sent how many tracks there are for them
 * @param delivered how many of these something but the owner fetched
 * @param read how many of these they read
 * @param reads how often they read, each time counted
 * @param lastReadAt null while they read nothing, or nobody knows when
 */
public record Recipient(
        RecipientKey key,
        String name,
        long sent,
        long delivered,
        long read,
        long reads,
        @Nullable Instant lastReadAt) {

    public Engagement engagement() {
        return new Engagement(sent, read, reads);
    }
}
