package com.tachyonfuture.mailtrack.application.classify.port;

import com.tachyonfuture.mailtrack.domain.classify.Client;

/** What user agents say. Never fails; bounded in memory whatever is asked; safe for many threads. */
@FunctionalInterface
public interface Clients {

    /** {@link Client#UNKNOWN} where the text says nothing. */
    Client of(String userAgent);
}
