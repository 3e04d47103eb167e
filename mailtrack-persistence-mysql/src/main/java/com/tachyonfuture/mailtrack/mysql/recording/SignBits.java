package com.tachyonfuture.mailtrack.mysql.recording;

import com.tachyonfuture.mailtrack.domain.classify.Sign;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// How signs stand in one number. Rows keep these bits, so none ever changes its meaning.
final class SignBits {

    /// Of rows that say nothing of signs, as the tables have it.
    static final int UNKNOWN = 8;

    private SignBits() {}

    static int bits(Set<Sign> signs) {
        return signs.stream().mapToInt(SignBits::bit).sum();
    }

    /// Those of bits that this version does not know are left out.
    static Set<Sign> signs(int bits) {
        return bits == 0
                ? Set.of()
                : Arrays.stream(Sign.values())
                        .filter(sign -> (bits & bit(sign)) != 0)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static int bit(Sign sign) {
        return switch (sign) {
            case DECLARED_PREFETCH -> 1;
            case OWNERS_BROWSER -> 2;
            case WANTS_IMAGE -> 4;
            case HEADERS_NOT_KEPT -> UNKNOWN;
        };
    }
}
