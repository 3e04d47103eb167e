package com.tachyonfuture.mailtrack.outbound.place;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.NetworkKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/// The list of one kind: the owner's files or, while there are none, the one that comes with the program.
///
/// The owner's files are read by the first [#refresh]. Files that have changed, and are the same as at the look
/// before, are read anew. What can't be used is named in the log once, and what was known before stays.
final class NetworkList {

    private static final String APPLES_TABLE = "egress-ip-ranges.csv";

    /// What a list names; never changes.
    private static final class Entries {

        private final AddressSet addresses;
        private final long[] sortedNumbers;

        private Entries(AddressSet addresses, long[] sortedNumbers) {
            this.addresses = addresses;
            this.sortedNumbers = sortedNumbers;
        }

        private boolean name(IpAddress address, Optional<Network> network) {
            return addresses.contains(address)
                    || (network.isPresent()
                            && Arrays.binarySearch(sortedNumbers, network.get().number()) >= 0);
        }
    }

    private final NetworkKind kind;
    private final List<Path> files;
    private final Notes notes;
    private volatile Entries entries;
    private Map<Path, FileStamp> taken = Map.of();
    private Map<Path, FileStamp> seen;

    NetworkList(NetworkKind kind, Path folder, Notes notes) {
        this.kind = kind;
        this.files = fileNames(kind).stream().map(folder::resolve).toList();
        this.notes = notes;
        this.entries = usual();
        this.seen = stamps();
    }

    /// The files that an owner may give.
    static List<String> fileNames(NetworkKind kind) {
        return kind == NetworkKind.APPLE_RELAY ? List.of(usualName(kind), APPLES_TABLE) : List.of(usualName(kind));
    }

    private static String usualName(NetworkKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    NetworkKind kind() {
        return kind;
    }

    /// @param network whose the address is, as far as that is known
    boolean names(IpAddress address, Optional<Network> network) {
        return entries.name(address, network);
    }

    /// Looks whether the files are others by now; for one thread.
    void refresh() {
        Map<Path, FileStamp> now = stamps();
        boolean rest = now.equals(seen);
        seen = now;
        if (rest && !now.equals(taken)) {
            take(now);
        }
    }

    private Map<Path, FileStamp> stamps() {
        Map<Path, FileStamp> stamps = new LinkedHashMap<>();
        files.forEach(file -> FileStamp.of(file).ifPresent(stamp -> stamps.put(file, stamp)));
        return stamps;
    }

    private void take(Map<Path, FileStamp> now) {
        taken = now;
        if (now.isEmpty()) {
            entries = usual();
            notes.news().accept("Takes " + usualName(kind) + " as it came with Mailtrack.");
            return;
        }
        try {
            entries = read(now);
            notes.news().accept("Takes " + kind + " from " + now.keySet() + ".");
        } catch (IOException e) {
            notes.warnings().accept("A list of networks can't be used: " + e.getMessage() + ". The one before stays.");
        }
    }

    private Entries usual() {
        var reading = new Reading();
        try (InputStream stream = NetworkList.class.getResourceAsStream(usualName(kind))) {
            if (stream == null) {
                throw new IllegalStateException("no " + usualName(kind) + " comes with the program");
            }
            String flaws = NetworkListFile.read(stream, reading.addresses::add, reading.numbers::add);
            if (!flaws.isEmpty()) {
                throw new IllegalStateException(usualName(kind) + ": " + flaws);
            }
            return reading.entries();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Entries read(Map<Path, FileStamp> stamps) throws IOException {
        var reading = new Reading();
        for (var file : stamps.entrySet()) {
            if (file.getValue().size() > NetworkListFile.LONGEST_FILE) {
                throw new IOException(file.getKey() + " has more than " + NetworkListFile.LONGEST_FILE + " bytes");
            }
            read(file.getKey(), reading);
        }
        return reading.entries();
    }

    private void read(Path file, Reading reading) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            String flaws = NetworkListFile.read(stream, reading.addresses::add, reading.numbers::add);
            if (!flaws.isEmpty()) {
                notes.warnings().accept("Left out of " + file + ": " + flaws + ".");
            }
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /// What is read until a list is complete.
    private static final class Reading {

        private final AddressSet.Builder addresses = new AddressSet.Builder();
        private final LongStream.Builder numbers = LongStream.builder();

        private Entries entries() {
            return new Entries(
                    addresses.build(), numbers.build().sorted().distinct().toArray());
        }
    }
}
