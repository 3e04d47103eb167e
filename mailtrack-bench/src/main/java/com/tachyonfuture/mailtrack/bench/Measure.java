package com.tachyonfuture.mailtrack.bench;

import java.util.Locale;

/// What can be measured.
enum Measure {
    PIXEL,
    DRAIN,
    RESTART,
    REJUDGE,
    TIMING,
    MEMORY,
    CODEC,
    STEPS,
    PAGES;

    /// As it is written on the command line.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
