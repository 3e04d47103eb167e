package com.tachyonfuture.mailtrack.domain.classify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What fetched a pixel. */
public enum Verdict {
    /** A mail client showed the image. */
    HUMAN,
    /** Gmail's or Yahoo's proxy showed it to a person: read, but place and device are the proxy's. */
    IMAGE_PROXY,
    /** Fetched ahead of anybody reading, as Apple Mail Privacy Protection does: proves delivery, not reading. */
    PREFETCH,
    /** A security gateway looked at the mail. */
    SCANNER,
    /** A crawler or a link preview. */
    BOT,
    /** The owner looked at what they sent. */
    SELF,
    /** The evidence does not decide it. */
    UNDECIDED;

    /** Whether somebody read the mail. */
    public boolean isRead() {
        return this == HUMAN || this == IMAGE_PROXY;
    }

    /** Whether the address may be that of whoever looked, and not that of a machine in between. */
    public boolean isFromReader() {
        return this == HUMAN || this == SELF || this == UNDECIDED;
    }

    /** The word for it in tables, addresses and the API, such as {@code image_proxy}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Verdict> of(String code) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.code().equals(code))
                .findFirst();
    }
}
