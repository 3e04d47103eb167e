package com.tachyonfuture.mailtrack.web.analytics;

import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads;
import com.tachyonfuture.mailtrack.application.stats.TopValues;
import java.util.List;

/// As many values as bars stand below one another; the rest is summed.
final class TopShown {

    private TopShown() {}

    static TopValues of(TopValues top) {
        List<TopValues.Value> shown =
                top.values().stream().limit(AnalyzeReads.MOST_VALUES).toList();
        long reads = shown.stream().mapToLong(TopValues.Value::reads).sum();
        return new TopValues(shown, top.known() - reads);
    }
}
