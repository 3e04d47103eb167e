package com.tachyonfuture.mailtrack.web.chart;

import org.jspecify.annotations.Nullable;

/// What stands over a chart.
///
/// @param id of the chart on its page
/// @param title says what is counted
/// @param csv where its numbers can be fetched; null when nowhere
public record ChartHead(String id, String title, @Nullable String csv) {}
