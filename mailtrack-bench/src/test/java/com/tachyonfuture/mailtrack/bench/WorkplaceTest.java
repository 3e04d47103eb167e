package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkplaceTest {

    @Test
    void jarsAreFoundWhateverTheirNames(@TempDir Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve("target/embedded"));
        Files.createFile(folder.resolve("database-macos.jar"));
        Files.createFile(folder.resolve("database-linux.jar"));
        Files.createFile(folder.resolve("notes.txt"));

        assertThat(new Workplace(root).jarsIn("target/embedded"))
                .containsExactly("target/embedded/database-linux.jar", "target/embedded/database-macos.jar");
    }

    @Test
    void aFolderThatIsNotThereHasNone(@TempDir Path root) {
        assertThat(new Workplace(root).jarsIn("target/embedded")).isEmpty();
    }
}
