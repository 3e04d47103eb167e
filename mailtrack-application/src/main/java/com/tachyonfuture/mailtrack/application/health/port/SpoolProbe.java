package com.tachyonfuture.mailtrack.application.health.port;

import java.util.Optional;

/** Asks whether hits are kept until they are in the storage. */
public interface SpoolProbe {

    /** Why hits can't be kept now, or soon can't, in a sentence without secrets; empty when they can. Never blocks. */
    Optional<String> problem();
}
