package com.tachyonfuture.mailtrack.app.process;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A disk of a few megabytes, in memory, on which one process works. Only that process sees it, and it is gone
/// with the process, however that ends.
final class SmallDisk {

    private static final int BLOCK = 64 * 1024;
    private static final long BETWEEN_ATTEMPTS = 2_000_000;

    private static final String MOUNT = "mount -t tmpfs -o size=\"$0\"m mailtrack-test \"$1\" && shift && exec \"$@\"";

    private final Path folder;
    private final List<String> mounting;

    private SmallDisk(Path folder, List<String> mounting) {
        this.folder = folder;
        this.mounting = mounting;
    }

    /// Skips the test, loudly, where no disk can be mounted.
    ///
    /// @param folder where it is mounted
    static SmallDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (List<String> privileges : List.of(List.<String>of(), List.of("--user", "--map-root-user"))) {
            var mounting = new ArrayList<>(List.of("unshare", "--mount"));
            mounting.addAll(privileges);
            mounting.addAll(List.of("sh", "-c", MOUNT, Integer.toString(megabytes), folder.toString()));
            if (works(mounting)) {
                return new SmallDisk(folder, mounting);
            }
        }
        System.err.println("""

            **********************************************************************************
            NOT TESTED: a full disk under the whole program. Nobody may mount one here.
            DiskFailuresTest, which runs everywhere, has the same with a disk that pretends.
            **********************************************************************************
            """);
        return abort("nobody may mount a small disk here; DiskFailuresTest has one that pretends");
    }

    private static boolean works(List<String> mounting) throws InterruptedException {
        var command = new ArrayList<>(mounting);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException thereIsNoSuchCommand) {
            return false;
        }
    }

    /// The command in front of the process that shall work there.
    String[] mounting() {
        return mounting.toArray(String[]::new);
    }

    /// Takes all room that there is, and what others give back, until it is closed.
    AutoCloseable filledFor(RunningApp app) {
        Path file = Path.of("/proc", Long.toString(app.pid()), "root")
                .resolve(folder.toString().substring(1))
                .resolve("somebody-else");
        Thread filling = Thread.ofPlatform().daemon(true).start(() -> fill(file));
        return () -> {
            filling.interrupt();
            filling.join();
            Files.delete(file);
        };
    }

    private static void fill(Path file) {
        var block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (!Thread.currentThread().isInterrupted()) {
                write(block, out);
            }
        } catch (IOException noSuchFolder) {
            System.err.println("*** The small disk is not filled: " + noSuchFolder);
        }
    }

    private static void write(byte[] block, OutputStream out) {
        try {
            out.write(block);
        } catch (IOException full) {
            LockSupport.parkNanos(BETWEEN_ATTEMPTS);
        }
    }
}
