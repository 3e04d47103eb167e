package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A hit as bytes and back. [FileHitSpool] says what they are.
final class HitCodec {

    /// No hit takes more: an id has 36 code points at most, the texts 1,000 and 2,000, each of them 4 bytes at most.
    static final int LONGEST = 13 * 1024;

    /// No hit takes less: there is an id of at least one character, and the first version had no signs.
    static final int SHORTEST = 21;

    private static final byte WITHOUT_SIGNS = 1;
    private static final byte VERSION = 2;

    private static final int ABSENT = 0xFFFF;

    /// Each set of signs in the place of its number.
    private static final List<Set<Sign>> SETS = IntStream.range(0, 1 << Sign.values().length)
            .mapToObj(HitCodec::setOf)
            .toList();

    private HitCodec() {}

    private static Set<Sign> setOf(int number) {
        return Arrays.stream(Sign.values())
                .filter(sign -> (number & bit(sign)) != 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int bit(Sign sign) {
        return switch (sign) {
            case DECLARED_PREFETCH -> 1;
            case OWNERS_BROWSER -> 2;
            case WANTS_IMAGE -> 4;
            case HEADERS_NOT_KEPT -> 8;
        };
    }

    static void encode(Hit hit, ByteBuffer into) {
        into.put(VERSION).put(number(hit.signs()));
        Instant receivedAt = hit.receivedAt();
        into.putLong(receivedAt.getEpochSecond());
        into.putInt(receivedAt.getNano());
        IpAddress address = hit.address();
        byte[] bytes = address == null ? new byte[0] : address.bytes();
        into.put((byte) bytes.length).put(bytes);
        putText(hit.trackId().value(), into);
        putText(hit.userAgent(), into);
        putText(hit.referer(), into);
    }

    private static byte number(Set<Sign> signs) {
        int number = 0;
        for (Sign sign : signs) {
            number |= bit(sign);
        }
        return (byte) number;
    }

    private static void putText(@Nullable String text, ByteBuffer into) {
        if (text == null) {
            into.putShort((short) ABSENT);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        into.putShort((short) bytes.length).put(bytes);
    }

    /// The hit between the buffer's position and its limit; empty if there is none that this version understands.
    static Optional<Hit> decode(ByteBuffer from) {
        try {
            int version = from.get();
            if (version != VERSION && version != WITHOUT_SIGNS) {
                return Optional.empty();
            }
            Set<Sign> signs = version == WITHOUT_SIGNS ? Set.of(Sign.HEADERS_NOT_KEPT) : signs(from);
            Instant receivedAt = Instant.ofEpochSecond(from.getLong(), from.getInt());
            IpAddress address = address(from);
            String id = text(from);
            String userAgent = text(from);
            String referer = text(from);
            return id == null || from.hasRemaining()
                    ? Optional.empty()
                    : TrackId.parse(id).map(track -> new Hit(track, receivedAt, address, userAgent, referer, signs));
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static Set<Sign> signs(ByteBuffer from) {
        int number = Byte.toUnsignedInt(from.get());
        if (number >= SETS.size()) {
            throw new IllegalArgumentException("no signs have the number " + number);
        }
        return SETS.get(number);
    }

    private static @Nullable IpAddress address(ByteBuffer from) {
        int length = from.get();
        if (length == 0) {
            return null;
        }
        var bytes = new byte[length == 4 ? 4 : 16];
        from.get(bytes);
        return IpAddress.of(bytes);
    }

    private static @Nullable String text(ByteBuffer from) {
        int length = Short.toUnsignedInt(from.getShort());
        if (length == ABSENT) {
            return null;
        }
        if (length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
