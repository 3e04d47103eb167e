package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The folders that the bench works in.
///
/// @param root where the repository is
record Workplace(Path root) {

    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "USER");

    private Path bench() {
        return root.resolve("target/bench");
    }

    /// A folder of this name, with nothing in it.
    Path fresh(String name) {
        Path folder = bench().resolve(name);
        delete(folder);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A folder of this name, with what earlier runs left in it.
    Path kept(String name) {
        return below(bench(), name);
    }

    /// A folder in another one.
    static Path below(Path folder, String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The jars in a folder, by paths relative to the root, in order.
    List<String> jarsIn(String folder) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName())
                    .filter(file -> file.endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A process to be, in the root folder. It gets only what every process needs: the owner's settings are none
    /// of the bench's.
    ProcessBuilder process(String... command) {
        var builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().keySet().retainAll(PASSED_ON);
        return builder;
    }

    /// Writes a resource of this package into a folder.
    static Path copy(String resource, Path folder) {
        Path file = folder.resolve(resource);
        try (var stream = Workplace.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new BenchFailure("The bench lacks its file " + resource + ".");
            }
            Files.copy(stream, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
