package com.tachyonfuture.mailtrack.outbound.recording;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds records in one segment, also behind damaged ones. Holds a piece of the file, never all of it. For one thread.
final class RecordCursor implements AutoCloseable {

    /// A record that is as it was written.
    record Found(long offset, int number, int size) {

        long end() {
            return offset + size;
        }
    }

    private static final int WINDOW = 128 * 1024;

    /// What can't be read is passed over in such pieces.
    private static final int BLOCK = 4096;

    private final OpenFile file;
    private final Seal seal;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowAt;

    RecordCursor(OpenFile file, long seed) {
        this.file = file;
        this.seal = new Seal(seed);
    }

    /// Makes sure that what was written meanwhile is seen.
    void refresh() {
        window.limit(0);
    }

    /// The record that begins here; null if there is none, or it is damaged.
    @Nullable
    Found at(long offset) throws IOException {
        if (!has(offset, Seal.HEADER)) {
            return null;
        }
        int size = Seal.size(window, index(offset));
        if (size == 0 || !has(offset, size) || !seal.holds(window, index(offset))) {
            return null;
        }
        return new Found(offset, Seal.number(window, index(offset)), size);
    }

    /// The first record from here on whose number is not lower than one and lower than the other; null if there is
    /// none to the end of the file.
    @Nullable
    Found find(long from, int lowest, long above) throws IOException {
        long offset = from;
        while (has(offset, Seal.SHORTEST)) {
            offset = passZeros(offset);
            Found found = has(offset, Seal.SHORTEST) && mayBegin(offset, above) ? at(offset) : null;
            if (found != null && found.number() >= lowest) {
                return found;
            }
            offset += found == null ? 1 : found.size();
        }
        return null;
    }

    /// Eight zeros in a row are within no header, so whatever begins among the first of them is no record.
    private long passZeros(long from) {
        long offset = from;
        while (index(offset) + Long.BYTES <= window.limit() && window.getLong(index(offset)) == 0) {
            offset++;
        }
        return offset;
    }

    private boolean mayBegin(long offset, long above) {
        int number = Seal.number(window, index(offset));
        return Seal.size(window, index(offset)) > 0 && number >= 0 && number < above;
    }

    Optional<Hit> hit(Found found) throws IOException {
        if (!has(found.offset(), found.size())) {
            return Optional.empty();
        }
        return HitCodec.decode(window.slice(index(found.offset()) + Seal.HEADER, found.size() - Seal.HEADER));
    }

    /// Whether nothing but zeros stands from here to the end of the file.
    boolean isEmptyFrom(long from) throws IOException {
        for (long offset = from; has(offset, 1); offset++) {
            offset = passZeros(offset);
            if (window.get(index(offset)) != 0) {
                return false;
            }
        }
        return true;
    }

    /// Up to so many bytes from here, for a person to look at.
    ByteBuffer bytes(long from, int most) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(most, file.size() - from)));
        read(bytes, from);
        return bytes.flip();
    }

    private int index(long offset) {
        return Math.toIntExact(offset - windowAt);
    }

    /// Whether the file has so many bytes from here on; then the window has them too.
    private boolean has(long offset, int bytes) throws IOException {
        boolean there = offset >= windowAt && offset + bytes <= windowAt + window.limit();
        if (!there) {
            windowAt = offset;
            read(window.clear(), offset);
            window.flip();
        }
        return there || bytes <= window.limit();
    }

    private void read(ByteBuffer into, long at) throws IOException {
        try {
            file.read(into, at);
        } catch (ClosedChannelException e) {
            throw e;
        } catch (IOException _) {
            readBlocks(into.clear(), at);
        }
    }

    /// Unreadable blocks read as zeros: no record is there, but perhaps behind them.
    private void readBlocks(ByteBuffer into, long at) throws IOException {
        int whole = (int) Math.max(0, Math.min(into.capacity(), file.size() - at));
        for (int from = 0; from < whole; from += BLOCK) {
            ByteBuffer block = into.slice(from, Math.min(BLOCK, whole - from));
            try {
                file.read(block, at + from);
            } catch (ClosedChannelException e) {
                throw e;
            } catch (IOException _) {
                block.clear().put(new byte[block.capacity()]);
            }
        }
        into.position(whole);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
