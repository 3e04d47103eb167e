package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `docs/performance.md`, whose last section is a list of runs.
record PerformanceDocument(Path file) {

    void append(Machine machine, String database, FindingsTable table) {
        try {
            String before = Files.readString(file).stripTrailing();
            Files.writeString(
                    file,
                    before + "\n\n### " + machine.day() + ", " + machine.commit() + "\n\n" + machine.text(database)
                            + "\n\n" + table.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
