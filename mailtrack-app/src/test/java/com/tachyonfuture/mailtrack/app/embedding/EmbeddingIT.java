package com.tachyonfuture.mailtrack.app.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jars of domain and application, as somebody with a Java 17 and no framework meets them.
final class EmbeddingIT {

    private static final Path DOMAIN = jar("mailtrack-domain");
    private static final Path APPLICATION = jar("mailtrack-application");

    @Test
    void aSmallProgramRecordsAnOpenOnJava17(@TempDir Path folder) throws Exception {
        Path java17 = java17().orElseGet(EmbeddingIT::sayThatThereIsNone);
        Path source = folder.resolve("EmbedsMailtrack.java");
        try (var program = EmbeddingIT.class.getResourceAsStream("/embedding/EmbedsMailtrack.java")) {
            Files.copy(program, source);
        }
        String classPath = DOMAIN + File.pathSeparator + APPLICATION;

        String compiled = run(folder, java17.resolve("bin/javac"), "-cp", classPath, "-d", ".", source.toString());
        String printed =
                run(folder, java17.resolve("bin/java"), "-cp", classPath + File.pathSeparator + ".", "EmbedsMailtrack");

        assertThat(compiled).doesNotContain("error:");
        assertThat(printed.lines())
                .containsExactly(
                        "![](https://mail.example/p/0f6c1a52-3b7e-4d19-9a44-000000000001.gif)",
                        "open from 2001:db8::1 by Thunderbird",
                        "drained 1",
                        "java 17");
    }

    @Test
    void bothJarsComeWithSourcesAndJavadoc() {
        assertThat(Stream.of(DOMAIN, APPLICATION)
                        .map(Path::toString)
                        .flatMap(name ->
                                Stream.of(name.replace(".jar", "-sources.jar"), name.replace(".jar", "-javadoc.jar"))))
                .allSatisfy(name -> assertThat(Path.of(name)).isNotEmptyFile());
    }

    @Test
    void theirClassesAreForJava17() throws IOException {
        for (Path jar : List.of(DOMAIN, APPLICATION)) {
            assertThat(classFileVersions(jar)).as(jar.toString()).isNotEmpty().containsOnly(61);
        }
    }

    private static List<Integer> classFileVersions(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .map(entry -> {
                        try (var bytes = file.getInputStream(entry)) {
                            return (int) bytes.readNBytes(8)[7];
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static String run(Path folder, Path program, String... arguments) throws Exception {
        var command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Path sayThatThereIsNone() {
        System.err.println("""

            **********************************************************************************
            NOT TESTED: no Java 17 JDK found (JAVA_17_HOME or /usr/lib/jvm), so nothing showed
            that domain and application can be embedded on Java 17. The workflow has one.
            **********************************************************************************
            """);
        return abort("no Java 17 JDK is installed");
    }

    private static Optional<Path> java17() throws IOException {
        String named = System.getenv("JAVA_17_HOME");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path installed = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(installed)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(installed)) {
            return folders.filter(EmbeddingIT::isJava17).findFirst();
        }
    }

    private static boolean isJava17(Path home) {
        try {
            return Files.isExecutable(home.resolve("bin/javac"))
                    && Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"17.");
        } catch (IOException noRelease) {
            return false;
        }
    }

    private static Path jar(String module) {
        return Path.of(
                System.getProperty("mailtrack.root"),
                module,
                "target",
                module + "-" + System.getProperty("mailtrack.version") + ".jar");
    }
}
