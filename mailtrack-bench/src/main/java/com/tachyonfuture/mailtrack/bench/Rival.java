package com.tachyonfuture.mailtrack.bench;

import java.util.Comparator;
import java.util.List;

/// What the pixel is compared with, and its rounds.
///
/// @param name as the table has it
record Rival(String name, Rounds rounds) {

    double perSecond() {
        return rounds.of(WrkResult::perSecond).median();
    }

    /// The one that answers most.
    static Rival fastest(List<Rival> rivals) {
        return rivals.stream().max(Comparator.comparingDouble(Rival::perSecond)).orElseThrow();
    }
}
