package com.tachyonfuture.mailtrack.web.chart;

import java.util.List;

/// The numbers of a chart as a table.
///
/// @param columns their titles; that of the labels first
public record ChartTable(List<String> columns, List<Row> rows) {

    public ChartTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// One row, as many values as there are columns beside the first.
    public record Row(String label, List<String> values) {}
}
