package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.application.recording.port.HitSpool.Receipt;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/// A program that appends hits until it is killed, from several threads, and prints the number of each that was kept.
///
/// Arguments: the folder, and the number of the first hit. Each thread has numbers of its own, in steps.
final class AppendingProgram {

    static final int THREADS = 4;

    /// At most so many hits of a thread wait for their receipts.
    private static final int UNDER_WAY = 16;

    private AppendingProgram() {}

    public static void main(String[] arguments) throws IOException {
        FileHitSpool spool = NumberedHits.open(Path.of(arguments[0]));
        int first = Integer.parseInt(arguments[1]);
        var out = new FileOutputStream(FileDescriptor.out);
        for (int thread = 0; thread < THREADS; thread++) {
            int start = first + thread;
            Thread.ofPlatform().start(() -> append(spool, start, out));
        }
    }

    private static void append(FileHitSpool spool, int first, FileOutputStream out) {
        int number = first;
        while (true) {
            var last = spool.append(NumberedHits.hit(number));
            for (int i = 1; i < UNDER_WAY; i++) {
                tell(last, number, out);
                number += THREADS;
                last = spool.append(NumberedHits.hit(number));
            }
            tell(last, number, out);
            number += THREADS;
            last.toCompletableFuture().join();
        }
    }

    private static void tell(CompletionStage<Receipt> receipt, int number, FileOutputStream out) {
        receipt.thenAccept(what -> print((what == Receipt.KEPT ? number : -1) + "\n", out));
    }

    /// Whole lines at once: this may be the last that the program does.
    private static void print(String line, FileOutputStream out) {
        try {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException _) {
            Runtime.getRuntime().halt(1);
        }
    }
}
