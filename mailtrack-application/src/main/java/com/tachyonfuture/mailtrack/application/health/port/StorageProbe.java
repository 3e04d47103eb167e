package com.tachyonfuture.mailtrack.application.health.port;

import java.util.Optional;

/** Asks whether the storage works. */
public interface StorageProbe {

    /** Why the storage can't be used now, in a sentence without secrets; empty when it can. May block, but not long. */
    Optional<String> problem();
}
