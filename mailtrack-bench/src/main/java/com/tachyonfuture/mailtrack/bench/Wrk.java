package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Drives wrk: the same prepared requests against whatever port.
final class Wrk {

    private final Workplace workplace;
    private final Programs programs;
    private final Path folder;
    private final Path script;
    private final Path tracks;
    private final int threads;
    private final AtomicInteger runs = new AtomicInteger();

    /// @param ids the tracks in rotation
    Wrk(Workplace workplace, Programs programs, Path folder, int threads, List<String> ids) {
        this.workplace = workplace;
        this.programs = programs;
        this.folder = folder;
        this.script = Workplace.copy("pixel.lua", folder);
        this.tracks = folder.resolve("tracks");
        this.threads = threads;
        try {
            Files.write(tracks, ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WrkResult run(int port, int connections, int seconds) {
        int run = runs.incrementAndGet();
        Path output = folder.resolve("wrk-" + run + ".log");
        ProcessBuilder builder = workplace.process(
                "wrk",
                "--threads",
                String.valueOf(threads),
                "--connections",
                String.valueOf(connections),
                "--duration",
                seconds + "s",
                "--script",
                script.toString(),
                "http://127.0.0.1:" + port + "/",
                "--",
                tracks.toString(),
                String.valueOf(threads),
                folder.resolve("wrk-" + run + ".prepared").toString());
        try (Program program = programs.start("wrk", builder, output)) {
            awaitEnd(program, seconds);
            return WrkResult.parse(Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd(Program program, int seconds) {
        try {
            if (!program.endsWithin(seconds + 30, TimeUnit.SECONDS)) {
                throw new BenchFailure("wrk does not end.");
            }
        } catch (InterruptedException e) {
            throw new BenchFailure("Stopped.", e);
        }
    }
}
