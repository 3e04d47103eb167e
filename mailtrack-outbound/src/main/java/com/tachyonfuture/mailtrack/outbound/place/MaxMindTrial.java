package com.tachyonfuture.mailtrack.outbound.place;

import com.maxmind.db.Reader;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindFile.Content;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Instant;

/// Tries a database before it is used: asks it for addresses all over, and whether it knows what it is needed for.
///
/// It walks from network to network, some hundred steps from each of some places, so that it takes a moment for any
/// database, and sees all of a small one. No number of steps proves a large one; a lookup that fails later is no harm.
final class MaxMindTrial {

    private static final int STEPS = 500;
    private static final int IPV4_PLACES = 16;
    private static final BigInteger IPV6_START = BigInteger.TWO.pow(125);
    private static final BigInteger IPV6_STEP = BigInteger.TWO.pow(121);

    private final Reader reader;
    private final Content content;
    private boolean found;
    private boolean nested;

    private MaxMindTrial(Reader reader, Content content) {
        this.reader = reader;
        this.content = content;
    }

    /// Returns if the database will do.
    ///
    /// @return whether its records are nested
    /// @throws BrokenDatabase if not
    static boolean of(Reader reader, Content content) throws BrokenDatabase {
        var trial = new MaxMindTrial(reader, content);
        try {
            trial.run();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new BrokenDatabase("it is damaged: " + e + ".", e);
        }
        if (!trial.found) {
            throw new BrokenDatabase(
                    "it has no " + content + "; it says of itself that it is "
                            + reader.getMetadata().databaseType() + ".",
                    null);
        }
        return trial.nested;
    }

    private void run() throws IOException {
        checkWhatItSaysOfItself();
        BigInteger step = BigInteger.valueOf((1L << 32) / IPV4_PLACES);
        for (int place = 0; place < IPV4_PLACES; place++) {
            walk(BigInteger.valueOf(place).multiply(step), 4);
        }
        if (reader.getMetadata().ipVersion() == 6) {
            for (int place = 0; place < IPV4_PLACES; place++) {
                walk(IPV6_START.add(BigInteger.valueOf(place).multiply(IPV6_STEP)), 16);
            }
        }
    }

    /// Whatever is missing there is null, and any number may be its date.
    private void checkWhatItSaysOfItself() throws IOException {
        var metadata = reader.getMetadata();
        Object type = metadata.databaseType();
        Object description = metadata.description();
        boolean complete = type != null && description != null && metadata.buildEpoch() != null;
        boolean dated = complete && !metadata.buildTime().isBefore(Instant.EPOCH);
        boolean known = metadata.ipVersion() == 4 || metadata.ipVersion() == 6;
        if (!dated || !known) {
            throw new IOException("it does not say what it is");
        }
    }

    private void walk(BigInteger start, int bytes) throws IOException {
        BigInteger end = BigInteger.TWO.pow(8 * bytes);
        BigInteger next = start;
        for (int steps = 0; steps < STEPS && next.compareTo(end) < 0; steps++) {
            byte[] address = bytes(next, bytes);
            var record = reader.getRecord(InetAddress.getByAddress(address), Object.class);
            if (!found && record.data() != null) {
                MaxMindRecord fields = MaxMindFile.fields(reader, address);
                found = content.isIn(fields);
                nested = fields.isNested();
            }
            int prefix = Math.min(record.network().prefixLength(), 8 * bytes);
            BigInteger size = BigInteger.TWO.pow(8 * bytes - prefix);
            next = next.divide(size).add(BigInteger.ONE).multiply(size);
        }
    }

    private static byte[] bytes(BigInteger number, int length) {
        byte[] bytes = new byte[length];
        byte[] digits = number.toByteArray();
        int count = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - count, bytes, length - count, count);
        return bytes;
    }
}
