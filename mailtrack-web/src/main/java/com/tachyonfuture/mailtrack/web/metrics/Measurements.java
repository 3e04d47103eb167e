package com.tachyonfuture.mailtrack.web.metrics;

import org.jspecify.annotations.Nullable;

/// All that is measured.
@FunctionalInterface
public interface Measurements {

    /// What it is just now. Asks neither database nor disk, so that it is known when either is the trouble.
    ///
    /// @param accept what the reader's header says of formats; it gets plain text if it asks for nothing we have
    Page now(@Nullable String accept);

    /// The numbers, written down.
    record Page(String mediaType, String text) {}
}
