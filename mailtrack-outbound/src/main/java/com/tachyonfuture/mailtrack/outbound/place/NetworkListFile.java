package com.tachyonfuture.mailtrack.outbound.place;

import com.tachyonfuture.mailtrack.domain.address.Cidr;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Reads a list of networks: on each line a network (`192.0.2.0/24`), or the number of an autonomous system
/// (`AS64500`). What follows a comma or a `#` is for people, so Apple's table of relays is such a list as it is.
///
/// A line that is neither is left out and told by its number. A file in which most lines are such is no list.
final class NetworkListFile {

    static final long LONGEST_FILE = 64L << 20;
    static final int MOST_LINES = 1_000_000;

    private static final int LONGEST_LINE = 1_000;
    private static final int FLAWS_TOLD = 5;

    /// Networks of fewer bits would name a good part of the Internet.
    private static final int SHORTEST_PREFIX = 8;

    private final Consumer<Cidr> networks;
    private final LongConsumer numbers;
    private final List<Integer> flaws = new ArrayList<>();
    private int lines;
    private int entries;

    private NetworkListFile(Consumer<Cidr> networks, LongConsumer numbers) {
        this.networks = networks;
        this.numbers = numbers;
    }

    /// Hands on everything that a list names.
    ///
    /// @return which lines are wrong, in a sentence; empty when none is
    /// @throws IOException if it can't be read, or is no list
    static String read(InputStream stream, Consumer<Cidr> networks, LongConsumer numbers) throws IOException {
        var file = new NetworkListFile(networks, numbers);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                file.read(line);
            }
        }
        return file.judge();
    }

    private void read(String line) throws IOException {
        lines++;
        if (lines > MOST_LINES) {
            throw new IOException("it has more than " + MOST_LINES + " lines");
        }
        String entry = entry(lines == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line);
        if (entry.isEmpty()) {
            return;
        }
        try {
            take(entry, line.length());
            entries++;
        } catch (IllegalArgumentException _) {
            flaws.add(lines);
        }
    }

    private static String entry(String line) {
        int comment = line.indexOf('#');
        String said = comment < 0 ? line : line.substring(0, comment);
        int comma = said.indexOf(',');
        return (comma < 0 ? said : said.substring(0, comma)).strip();
    }

    private void take(String entry, int length) {
        if (length > LONGEST_LINE) {
            throw new IllegalArgumentException("too long");
        }
        if (entry.regionMatches(true, 0, "AS", 0, 2)) {
            numbers.accept(number(entry.substring(2)));
            return;
        }
        Cidr network = Cidr.parse(entry);
        if (network.prefix() < SHORTEST_PREFIX) {
            throw new IllegalArgumentException("too wide");
        }
        networks.accept(network);
    }

    private static long number(String digits) {
        boolean plain =
                !digits.isEmpty() && digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        long number = plain ? Long.parseLong(digits) : 0;
        if (number < 1 || number > 0xffff_ffffL) {
            throw new IllegalArgumentException("no number of an autonomous system");
        }
        return number;
    }

    private String judge() throws IOException {
        if (flaws.size() > entries) {
            throw new IOException("it is no list of networks: " + told());
        }
        return flaws.isEmpty() ? "" : told();
    }

    private String told() {
        String first = String.join(
                ", ", flaws.stream().limit(FLAWS_TOLD).map(String::valueOf).toList());
        String rest = flaws.size() > FLAWS_TOLD ? " and " + (flaws.size() - FLAWS_TOLD) + " more" : "";
        return "neither a network of at least " + SHORTEST_PREFIX + " bits nor AS and a number is in line " + first
                + rest;
    }
}
