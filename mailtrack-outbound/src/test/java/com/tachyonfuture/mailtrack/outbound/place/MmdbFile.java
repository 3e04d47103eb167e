package com.tachyonfuture.mailtrack.outbound.place;

import com.tachyonfuture.mailtrack.domain.address.Cidr;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes small databases in MaxMind's format, version 2: a tree of bits, then the records, then what it says of
/// itself.
/// Networks must not overlap. Built for both families, IPv4 lies below `::/96`, as the format wants.
final class MmdbFile {

    private static final int RECORD_BITS = 24;
    private static final byte[] MARKER = {
        (byte) 0xab, (byte) 0xcd, (byte) 0xef, 'M', 'a', 'x', 'M', 'i', 'n', 'd', '.', 'c', 'o', 'm'
    };

    private static final int TEXT = 2;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;
    private static final int MAP = 7;
    private static final int UINT64 = 9;
    private static final int ARRAY = 11;

    /// A node's two records: a node, a record's place in the data as its negative less one, or nothing.
    private static final class Node {

        private final @Nullable Integer[] records = new @Nullable Integer[2];

        private @Nullable Integer[] records() {
            return records;
        }
    }

    private final int ipVersion;
    private final String type;
    private final List<Node> nodes = new ArrayList<>(List.of(new Node()));
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private MmdbFile(int ipVersion, String type) {
        this.ipVersion = ipVersion;
        this.type = type;
    }

    static MmdbFile forIpv4(String type) {
        return new MmdbFile(4, type);
    }

    static MmdbFile forBoth(String type) {
        return new MmdbFile(6, type);
    }

    /// Names and values alternate.
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    MmdbFile with(String network, Map<String, ?> fields) {
        int at = data.size();
        encode(data, fields);
        return with(network, at);
    }

    /// A network whose record lies anywhere: beyond the data, it is broken.
    MmdbFile with(String network, int at) {
        Cidr cidr = Cidr.parse(network);
        byte[] address = cidr.address().bytes();
        int above = ipVersion == 6 && address.length == 4 ? 96 : 0;
        int last = above + cidr.prefix() - 1;
        int node = 0;
        for (int i = 0; i < last; i++) {
            int bit = i < above ? 0 : bit(address, i - above);
            Integer next = nodes.get(node).records()[bit];
            if (next == null) {
                next = nodes.size();
                nodes.add(new Node());
                nodes.get(node).records()[bit] = next;
            }
            node = next;
        }
        nodes.get(node).records()[bit(address, last - above)] = -1 - at;
        return this;
    }

    private static int bit(byte[] address, int index) {
        return (address[index / 8] >> (7 - index % 8)) & 1;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        for (Node node : nodes) {
            for (@Nullable Integer record : node.records()) {
                write(out, pointer(record), RECORD_BITS / 8);
            }
        }
        out.writeBytes(new byte[16]);
        out.writeBytes(data.toByteArray());
        out.writeBytes(MARKER);
        encode(
                out,
                fields(
                        "binary_format_major_version",
                        (short) 2,
                        "binary_format_minor_version",
                        (short) 0,
                        "build_epoch",
                        1_795_000_000L,
                        "database_type",
                        type,
                        "description",
                        Map.of("en", "made for a test"),
                        "ip_version",
                        (short) ipVersion,
                        "languages",
                        List.of("en"),
                        "node_count",
                        nodes.size(),
                        "record_size",
                        (short) RECORD_BITS));
        return out.toByteArray();
    }

    private int pointer(@Nullable Integer record) {
        if (record == null) {
            return nodes.size();
        }
        return record >= 0 ? record : nodes.size() + 16 + (-1 - record);
    }

    /// Writes the file the way it should be: under another name, then renamed.
    void replace(Path path) {
        try {
            Path next = Files.write(path.resolveSibling(path.getFileName() + ".next"), bytes());
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void encode(ByteArrayOutputStream out, Object value) {
        switch (value) {
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                control(out, TEXT, bytes.length);
                out.writeBytes(bytes);
            }
            case Map<?, ?> map -> {
                control(out, MAP, map.size());
                map.forEach((name, field) -> {
                    encode(out, name);
                    encode(out, field);
                });
            }
            case List<?> list -> {
                control(out, ARRAY, list.size());
                list.forEach(element -> encode(out, element));
            }
            case Short number -> number(out, UINT16, number, 2);
            case Integer number -> number(out, UINT32, number, 4);
            case Long number -> number(out, UINT64, number, 8);
            default -> throw new IllegalArgumentException("no field: " + value);
        }
    }

    private static void number(ByteArrayOutputStream out, int type, long value, int bytes) {
        control(out, type, bytes);
        write(out, value, bytes);
    }

    private static void control(ByteArrayOutputStream out, int type, int size) {
        int shown = size < 29 ? size : size < 285 ? 29 : 30;
        out.write((type <= 7 ? type << 5 : 0) | shown);
        if (type > 7) {
            out.write(type - 7);
        }
        if (shown == 29) {
            out.write(size - 29);
        } else if (shown == 30) {
            write(out, size - 285, 2);
        }
    }

    private static void write(ByteArrayOutputStream out, long value, int bytes) {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >> shift));
        }
    }
}
