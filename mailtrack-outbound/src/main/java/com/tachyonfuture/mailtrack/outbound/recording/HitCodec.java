package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.recording.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A hit as bytes and back. [FileHitSpool] says what they are.
final class HitCodec {

    /// No hit takes more: an id has 36 code points at most, the texts 1,000 and 2,000, each of them 4 bytes at most.
    static final int LONGEST = 13 * 1024;

    /// No hit takes less: there is an id of at least one character.
    static final int SHORTEST = 21;

    private static final byte VERSION = 1;

    private static final int ABSENT = 0xFFFF;

    private HitCodec() {}

    static void encode(Hit hit, ByteBuffer into) {
        into.put(VERSION);
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
            if (from.get() != VERSION) {
                return Optional.empty();
            }
            Instant receivedAt = Instant.ofEpochSecond(from.getLong(), from.getInt());
            IpAddress address = address(from);
            String id = text(from);
            String userAgent = text(from);
            String referer = text(from);
            return id == null || from.hasRemaining()
                    ? Optional.empty()
                    : TrackId.parse(id).map(track -> new Hit(track, receivedAt, address, userAgent, referer));
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
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
