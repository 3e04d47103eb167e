package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PerformanceDocumentTest {

    @Test
    void aRunIsAppendedWithWhatItWasMeasuredOn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("performance.md"), "# Performance\n\n## Runs\n");
        var machine = new Machine(
                LocalDate.of(2026, 11, 20), 2, "AMD EPYC", "24 GiB", "Linux 6.18", "25.0.3+9-LTS", "a7ef0b5");
        var table = new FindingsTable(List.of(Finding.told("disk", "295")));

        new PerformanceDocument(file).append(machine, "MariaDB 11.4.5", table);

        assertThat(file).hasContent("""
            # Performance

            ## Runs

            ### 2026-11-20, a7ef0b5

            2 cores of AMD EPYC, 24 GiB, Linux 6.18, JDK 25.0.3+9-LTS.
            Database: MariaDB 11.4.5. Commit a7ef0b5.

            | what | measured | compared with | ratio | target | reached |
            | ---- | -------- | ------------- | ----- | ------ | ------- |
            | disk | 295      |               |       |        |         |
            """);
    }
}
