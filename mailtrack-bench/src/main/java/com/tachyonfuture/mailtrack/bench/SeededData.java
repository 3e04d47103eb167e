package com.tachyonfuture.mailtrack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;

/// A database that was filled with a [DataSet], and stays for the next run, since filling takes minutes.
///
/// The embedded one stays with its folder; a given one gets a database of its own beside it, named after what is in it.
/// The folder says when it was filled, once it is.
///
/// @param end of the year of mail that is in it
record SeededData(DataSet size, Ground ground, Path folder, Instant end) {

    /// Raised whenever something else is filled in.
    private static final String VERSION = "1";

    private static final String NOTE = "filled.txt";

    /// Finds it, or fills it.
    static SeededData of(DataSet size, Ground ground) {
        Ground own = ground.on(ground.database().named(size.name()));
        Path folder = own.workplace().kept("seeded_" + size.name());
        Path note = folder.resolve(NOTE);
        String begin = VERSION + " " + own.database().hash() + " ";
        String found = Files.exists(note) ? text(note).strip() : "";
        if (found.startsWith(begin)) {
            ground.progress().say("seed: %s are there already, in %s", size.words(), folder);
            return new SeededData(size, own, folder, Instant.parse(found.substring(begin.length())));
        }
        return fill(size, own, note, begin);
    }

    private static String text(Path note) {
        try {
            return Files.readString(note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SeededData fill(DataSet size, Ground own, Path note, String begin) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path folder = own.prepareKept("seeded_" + size.name());
        var data = new SeededData(size, own, folder, end);
        try (Mailtrack _ = data.start();
                BenchDatabase database = own.connect(folder)) {
            new Seeding(database, own.database().access(Mailtrack.data(folder)), own.progress()).fill(data.mail());
        }
        try {
            Files.writeString(note, begin + end + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data;
    }

    /// Starts the program on it, and waits until the tables are as the program wants them, however long that takes.
    Mailtrack start() {
        Mailtrack mailtrack = ground.start(folder, ground.settings());
        while (HttpLine.status(mailtrack.port(), "/health") != 200) {
            mailtrack.program().requireRunning();
            LockSupport.parkNanos(100_000_000);
        }
        return mailtrack;
    }

    YearOfMail mail() {
        return YearOfMail.until(end, size);
    }
}
