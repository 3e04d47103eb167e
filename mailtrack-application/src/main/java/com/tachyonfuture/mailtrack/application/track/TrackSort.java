package com.tachyonfuture.mailtrack.application.track;

import java.util.Arrays;
import java.util.Optional;

/** The order of a list of tracks. Where two tracks are equal in all that is named, their ids decide. */
public enum TrackSort {
    /** By what happened last, the latest first: an open, or else the creation. Those of which nobody knows are last. */
    ACTIVE("active"),
    /** The newest first; those without a date last. */
    CREATED("created"),
    /** Those that were read most first, of equal ones the newest. */
    READS("reads"),
    /** By recipient in alphabetical order, those without one first; for each recipient the oldest first. */
    RECIPIENT("recipient");

    private final String code;

    TrackSort(String code) {
        this.code = code;
    }

    /** The word for it in addresses. */
    public String code() {
        return code;
    }

    public static Optional<TrackSort> of(String code) {
        return Arrays.stream(values()).filter(sort -> sort.code.equals(code)).findFirst();
    }
}
