package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the command line asks for. `bin/bench --help` explains each.
///
/// @param seconds of each round of the pixel
/// @param warmUp seconds, divided among the numbers of connections
/// @param lasting seconds of the one load that is measured until all of it is recorded
/// @param threads of the load generator
/// @param hits how many wait in the spool for `drain` and `restart`, and are judged again for `rejudge`
/// @param memoryHits how many do for `memory`
/// @param large how much is in the database that `seed` fills, and in the larger one of `pages`
/// @param seed whether that one is to be filled, and nothing measured
/// @param database the address of a database to use instead of the embedded one
/// @param countries a database of countries for the program to look places up in
record Options(
        Set<Measure> measures,
        int seconds,
        int rounds,
        int warmUp,
        int lasting,
        List<Integer> connections,
        int hits,
        int memoryHits,
        int threads,
        int requests,
        DataSet large,
        boolean seed,
        Optional<String> database,
        Optional<Path> countries,
        boolean append,
        boolean strict,
        boolean keep) {

    /// What has to be asked for: filling a large database takes minutes, and gigabytes.
    private static final EnumSet<Measure> SLOW = EnumSet.of(Measure.PAGES);

    private static final int DEFAULT_SECONDS = 6;
    private static final int DEFAULT_ROUNDS = 5;

    /// The compiler of the JVM takes a large share of two processors for the first twenty seconds.
    private static final int DEFAULT_WARM_UP = 25;

    private static final int DEFAULT_LASTING = 20;
    private static final int DEFAULT_HITS = 1_000_000;
    private static final int DEFAULT_MEMORY_HITS = 5_000_000;
    private static final int DEFAULT_REQUESTS = 20_000;
    private static final int DEFAULT_TRACKS = 100_000;
    private static final int DEFAULT_OPENS = 10_000_000;

    /// @param environmentDatabase the database of the environment, for when the command line names none
    static Options parse(List<String> arguments, @Nullable String environmentDatabase) {
        var parser = new Parser(new ArrayDeque<>(arguments));
        parser.run();
        if (parser.database == null && environmentDatabase != null && !environmentDatabase.isBlank()) {
            parser.database = environmentDatabase;
        }
        return parser.options();
    }

    /// Holds what was read so far.
    private static final class Parser {

        private final Deque<String> left;
        private final Set<Measure> measures = EnumSet.noneOf(Measure.class);
        private int seconds = DEFAULT_SECONDS;
        private int rounds = DEFAULT_ROUNDS;
        private int warmUp = DEFAULT_WARM_UP;
        private int lasting = DEFAULT_LASTING;
        private List<Integer> connections = List.of(64, 256);
        private int hits = DEFAULT_HITS;
        private int memoryHits = DEFAULT_MEMORY_HITS;
        private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
        private int requests = DEFAULT_REQUESTS;
        private int tracks = DEFAULT_TRACKS;
        private int opens = DEFAULT_OPENS;
        private boolean seed;
        private @Nullable String database;
        private @Nullable Path countries;
        private boolean append;
        private boolean strict;
        private boolean keep;

        Parser(Deque<String> arguments) {
            this.left = arguments;
        }

        void run() {
            while (!left.isEmpty()) {
                String word = left.removeFirst();
                switch (word) {
                    case "--seconds" -> seconds = number(word);
                    case "--rounds" -> rounds = number(word);
                    case "--warm-up" -> warmUp = number(word);
                    case "--lasting" -> lasting = number(word);
                    case "--connections" -> connections = numbers(word);
                    case "--hits" -> hits = number(word);
                    case "--memory-hits" -> memoryHits = number(word);
                    case "--threads" -> threads = number(word);
                    case "--requests" -> requests = number(word);
                    case "--tracks" -> tracks = number(word);
                    case "--opens" -> opens = number(word);
                    case "seed" -> seed = true;
                    case "--database" -> database = value(word);
                    case "--countries" -> countries = file(word);
                    case "--append" -> append = true;
                    case "--strict" -> strict = true;
                    case "--keep" -> keep = true;
                    case "jmh" -> measures.addAll(EnumSet.of(Measure.CODEC, Measure.STEPS));
                    default -> measures.add(measure(word));
                }
            }
        }

        private static Measure measure(String word) {
            return Arrays.stream(Measure.values())
                    .filter(measure -> measure.word().equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                            () -> new BenchFailure("\"" + word + "\" is nothing that bin/bench knows; see --help."));
        }

        private String value(String option) {
            if (left.isEmpty()) {
                throw new BenchFailure(option + " needs a value.");
            }
            return left.removeFirst();
        }

        private Path file(String option) {
            Path file = Path.of(value(option)).toAbsolutePath();
            if (!Files.isReadable(file)) {
                throw new BenchFailure(option + " is \"" + file + "\", which can't be read.");
            }
            return file;
        }

        private int number(String option) {
            return number(option, value(option));
        }

        private static int number(String option, String text) {
            try {
                int number = Integer.parseInt(text.replace("_", ""));
                if (number > 0) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // Said below.
            }
            throw new BenchFailure(option + " is \"" + text + "\"; allowed: a whole number from 1 on.");
        }

        private List<Integer> numbers(String option) {
            return Arrays.stream(value(option).split(",", -1))
                    .map(text -> number(option, text))
                    .toList();
        }

        Options options() {
            Set<Measure> wanted = measures.isEmpty() && !seed ? EnumSet.complementOf(SLOW) : measures;
            return new Options(
                    wanted,
                    seconds,
                    rounds,
                    warmUp,
                    lasting,
                    connections,
                    hits,
                    memoryHits,
                    threads,
                    requests,
                    new DataSet(tracks, opens),
                    seed,
                    Optional.ofNullable(database),
                    Optional.ofNullable(countries),
                    append,
                    strict,
                    keep);
        }
    }
}
