package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The heap of another JVM.
final class Heap {

    /// The last line of a histogram: instances, bytes.
    private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

    private Heap() {}

    /// Bytes of all objects that are alive, counted while a full collection has stopped the program. To ask how much of
    /// the heap is in use after a collection is too late: by then there is garbage again, tens of megabytes of it.
    static long liveBytes(long pid) {
        return total(jcmd(pid, "GC.class_histogram"));
    }

    /// What a histogram says in the end.
    static long total(String histogram) {
        Matcher total = TOTAL.matcher(histogram);
        if (total.find()) {
            return Long.parseLong(total.group(1));
        }
        throw new BenchFailure("jcmd counted no objects.");
    }

    private static String jcmd(long pid, String command) {
        try {
            Path said = Files.createTempFile("jcmd", ".txt");
            try {
                return jcmd(pid, command, said);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new BenchFailure("jcmd can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new BenchFailure("Stopped.", e);
        }
    }

    /// Into a file: a pipe may be full, and then whoever counts waits, with the program stopped. A program that counts
    /// its own objects would wait for ever.
    private static String jcmd(long pid, String command, Path said) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(program, String.valueOf(pid), command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new BenchFailure("jcmd says: " + Files.readString(said));
        }
        return Files.readString(said);
    }
}
