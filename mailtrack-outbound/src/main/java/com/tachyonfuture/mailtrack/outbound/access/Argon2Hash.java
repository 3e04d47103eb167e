package com.tachyonfuture.mailtrack.outbound.access;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What Argon2id makes of a password, with all that is needed to make it again.
///
/// Its text is that of the PHC string format, `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`, so that any other
/// implementation can take over. It is read here and not by the library, which throws for what it can't read, and takes
/// whatever memory a text asks for.
final class Argon2Hash {

    /// What Argon2 costs.
    ///
    /// @param memory in KiB
    private record Cost(int memory, int iterations, int lanes) {

        /// Far more than anybody waits for is a mistake or an attack, and less memory than 8 blocks for each lane is
        /// none that Argon2 knows.
        boolean isReasonable() {
            return memory >= 8 * lanes
                    && memory <= MOST_MEMORY
                    && iterations >= 1
                    && iterations <= MOST_ITERATIONS
                    && lanes >= 1
                    && lanes <= MOST_LANES;
        }
    }

    private static final int MOST_MEMORY = 64 * 1024;
    private static final int MOST_ITERATIONS = 10;
    private static final int MOST_LANES = 4;

    /// As the OWASP Password Storage Cheat Sheet recommends.
    private static final Cost OURS = new Cost(19 * 1024, 2, 1);

    private static final int HASH_LENGTH = 32;

    /// Salts of 8 to 64 bytes, hashes of 16 to 64.
    private static final Pattern TEXT = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Hash(Cost cost, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    static Argon2Hash make(byte[] password, byte[] salt) {
        return new Argon2Hash(OURS, salt, run(OURS, password, salt, HASH_LENGTH));
    }

    private static byte[] run(Cost cost, byte[] password, byte[] salt, int length) {
        return Argon2Function.getInstance(cost.memory(), cost.iterations(), cost.lanes(), length, Argon2.ID)
                .hash(password, salt)
                .getBytes();
    }

    /// What a text says; empty when it is not of this format or asks for absurdly much.
    static Optional<Argon2Hash> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches() ? parse(matcher) : Optional.empty();
    }

    private static Optional<Argon2Hash> parse(MatchResult parts) {
        var cost = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
        try {
            var read = new Argon2Hash(cost, bytes(parts, 4), bytes(parts, 5));
            return Optional.of(read).filter(hash -> hash.cost.isReasonable());
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private static int number(MatchResult parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static byte[] bytes(MatchResult parts, int group) {
        return Base64.getDecoder().decode(parts.group(group));
    }

    String text() {
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.iterations() + ",p=" + cost.lanes() + "$"
                + ENCODER.encodeToString(salt) + "$" + ENCODER.encodeToString(hash);
    }

    /// Whether this was made of a password; the comparison takes the same time however much is equal.
    boolean isOf(byte[] password) {
        return MessageDigest.isEqual(hash, run(cost, password, salt, hash.length));
    }
}
