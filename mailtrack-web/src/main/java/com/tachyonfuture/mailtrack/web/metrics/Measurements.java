package com.tachyonfuture.mailtrack.web.metrics;

import java.util.List;

/// All that is measured.
@FunctionalInterface
public interface Measurements {

    /// What it is just now. Asks neither database nor disk, so that it is known when either is the trouble.
    List<Metric> now();
}
