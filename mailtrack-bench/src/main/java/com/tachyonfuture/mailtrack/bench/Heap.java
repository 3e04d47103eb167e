package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The heap of another JVM.
final class Heap {

    /// A line of a generation, or of the whole heap where a collector has no generations of fixed size.
    private static final Pattern USED = Pattern.compile("total [^\\n]*used (\\d+)K");

    private Heap() {}

    /// Bytes in use right after a full collection: what is really alive.
    static long liveBytes(long pid) {
        jcmd(pid, "GC.run");
        return used(jcmd(pid, "GC.heap_info"));
    }

    /// The sum of what `GC.heap_info` lists.
    static long used(String heapInfo) {
        long kibibytes = 0;
        Matcher used = USED.matcher(heapInfo);
        while (used.find()) {
            kibibytes += Long.parseLong(used.group(1));
        }
        return kibibytes * 1024;
    }

    private static String jcmd(long pid, String command) {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(program, String.valueOf(pid), command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchFailure("jcmd says: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new BenchFailure("jcmd can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new BenchFailure("Stopped.", e);
        }
    }
}
