package com.tachyonfuture.mailtrack.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class OneJarIT {

    /// A line of `dependency:list`, up to the artifact's type.
    private static final Pattern ARTIFACT = Pattern.compile("^ +([^: ]+:[^: ]+):jar:");

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

    @Test
    void theJarIsUnderOurLicense() throws IOException {
        try (var jar = new JarFile(System.getProperty("mailtrack.jar"))) {
            assertThat(text(jar, "META-INF/LICENSE"))
                    .isEqualTo(Files.readString(Path.of(System.getProperty("mailtrack.root"), "LICENSE")))
                    .contains("Apache License");
            assertThat(jar.stream().map(JarEntry::getName))
                    .doesNotContain("LICENSE", "META-INF/LICENSE.txt", "META-INF/LICENSE.md")
                    .anyMatch(name -> name.matches("META-INF/licenses/mysql-connector-j.*/LICENSE"));
        }
    }

    @Test
    void theJarNamesWhatItBundlesAndTheLicenseOfEach() throws IOException {
        var bundled = Files.readAllLines(Path.of(System.getProperty("mailtrack.bundled"))).stream()
                .map(ARTIFACT::matcher)
                .filter(Matcher::find)
                .map(artifact -> artifact.group(1))
                .distinct()
                .toList();
        try (var jar = new JarFile(System.getProperty("mailtrack.jar"))) {
            var named = text(jar, "META-INF/licenses/THIRD-PARTY.txt")
                    .lines()
                    .filter(line -> line.matches("\\S+:\\S+ +\\S.*"))
                    .map(line -> line.replaceFirst(" .*", ""))
                    .toList();

            assertThat(bundled).hasSizeGreaterThan(50);
            assertThat(named).containsExactlyInAnyOrderElementsOf(bundled);
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        try (var in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
