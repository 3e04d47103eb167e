package com.tachyonfuture.mailtrack.application.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was found to be right, and waits to be imported or was.
 *
 * @param tracks how many it brings
 * @param known how many of them were there already when it was looked at
 * @param brought what became of it; null while it waits
 */
public record StagedImport(
        ImportId id,
        Instant createdAt,
        int tracks,
        int known,
        @Nullable Brought brought) {

    /**
     * What an import came to.
     *
     * @param added tracks that are new
     * @param skipped tracks that were there already
     */
    public record Brought(int added, int skipped) {}
}
