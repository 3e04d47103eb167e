package com.tachyonfuture.mailtrack.bench;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// The header by which a server says how long it took itself: `Server-Timing: total;dur=12.3`, in milliseconds.
final class ServerTiming {

    private static final Pattern HEADER =
            Pattern.compile("server-timing:.*?;\\s*dur=([0-9.]+).*", Pattern.CASE_INSENSITIVE);

    private ServerTiming() {}

    /// The first time that a header tells; empty when it is another header.
    static OptionalDouble micros(String header) {
        var found = HEADER.matcher(header);
        return found.matches() ? OptionalDouble.of(1_000 * Double.parseDouble(found.group(1))) : OptionalDouble.empty();
    }
}
