package com.tachyonfuture.mailtrack.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Findings as a table in Markdown, with columns that a terminal shows one below the other.
record FindingsTable(List<Finding> findings) {

    private static final List<String> HEADS =
            List.of("what", "measured", "compared with", "ratio", "target", "reached");

    FindingsTable {
        findings = List.copyOf(findings);
    }

    String text() {
        var lines = new ArrayList<List<String>>();
        lines.add(HEADS);
        findings.forEach(finding -> lines.add(cells(finding)));
        List<Integer> widths = IntStream.range(0, HEADS.size())
                .mapToObj(column -> width(lines, column))
                .toList();
        lines.add(1, widths.stream().map("-"::repeat).toList());
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
    }

    private static List<String> cells(Finding finding) {
        return List.of(
                finding.what(),
                finding.measured(),
                finding.comparedWith(),
                finding.ratio(),
                finding.target(),
                finding.verdict().word());
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), widths.get(column)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
