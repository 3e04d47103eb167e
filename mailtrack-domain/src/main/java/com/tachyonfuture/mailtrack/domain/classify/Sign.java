package com.tachyonfuture.mailtrack.domain.classify;

/** What a request for a pixel said about itself beyond user agent and referer, kept as evidence. */
public enum Sign {
    /** A header such as {@code Sec-Purpose} or {@code X-Moz} declared that nobody looks at it yet. */
    DECLARED_PREFETCH,
    /** It came from a browser in which the owner had signed in to the dashboard. */
    OWNERS_BROWSER,
    /** It took images only, or images first ({@code Accept: image/…}), as programs do that show pages and mail. */
    WANTS_IMAGE,
    /** Nobody kept what it said: it was recorded by a version before signs, or by the service before us. */
    HEADERS_NOT_KEPT
}
