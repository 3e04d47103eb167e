package com.tachyonfuture.mailtrack.domain.classify;

import org.jspecify.annotations.Nullable;

/**
 * What fetched a pixel, why we think so, and how sure we are.
 *
 * @param agent the proxy's or scanner's name, such as {@code google}; null where it is a mail client or not known;
 *     at most 32 characters
 */
public record Judgement(
        Verdict verdict,
        Reason reason,
        Confidence confidence,
        @Nullable String agent) {}
