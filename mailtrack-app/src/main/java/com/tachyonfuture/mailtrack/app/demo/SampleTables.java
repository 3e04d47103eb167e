package com.tachyonfuture.mailtrack.app.demo;

import com.tachyonfuture.mailtrack.outbound.sample.SampleAddresses.Town;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The names and words that sample data are made of, from the files beside this class.
///
/// @param topics by language
/// @param mailings what is sent to several at once, by language
record SampleTables(
        Map<String, Program> programs,
        List<Contact> contacts,
        Map<String, List<Topic>> topics,
        Map<String, String> mailings) {

    private static final int HOUSEHOLDS = 1_000;

    static SampleTables read() {
        return new SampleTables(
                rows("programs.tsv").stream()
                        .collect(Collectors.toUnmodifiableMap(
                                List::getFirst, row -> new Program(row.get(1), row.size() > 2 ? row.get(2) : null))),
                contacts(rows("contacts.tsv")),
                rows("mails.tsv").stream()
                        .collect(Collectors.groupingBy(
                                List::getFirst,
                                Collectors.mapping(
                                        row -> new Topic(row.get(1), row.size() > 2 ? row.get(2) : null),
                                        Collectors.toUnmodifiableList()))),
                rows("mailings.tsv").stream().collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1))));
    }

    private static List<List<String>> rows(String file) {
        try (var stream = SampleTables.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Contact> contacts(List<List<String>> rows) {
        var contacts = new ArrayList<Contact>();
        for (List<String> row : rows) {
            contacts.add(new Contact(
                    row.get(0),
                    row.get(1),
                    Town.valueOf(row.get(2)),
                    Habit.valueOf(row.get(3)),
                    Integer.parseInt(row.get(4)),
                    HOUSEHOLDS + contacts.size()));
        }
        return contacts;
    }
}
