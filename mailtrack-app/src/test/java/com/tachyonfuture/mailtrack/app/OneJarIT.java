package com.tachyonfuture.mailtrack.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

final class OneJarIT {

    @Test
    void theJarStartsOurMainClass() throws IOException {
        try (var jar = new JarFile(System.getProperty("mailtrack.jar"))) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("com.tachyonfuture.mailtrack.app.Mailtrack");
        }
    }

    @Test
    void theJarBringsNoDatabaseServerAlong() throws IOException {
        try (var jar = new JarFile(System.getProperty("mailtrack.jar"))) {
            assertThat(jar.stream().map(JarEntry::getName)).noneMatch(name -> name.contains("mariadb-11"));
        }
    }
}
