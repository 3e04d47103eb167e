package com.tachyonfuture.mailtrack.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;

/// An answer that is made piece by piece, when the connection takes more. Once it is closed, since the client has gone,
/// no further piece is made, whoever still reads.
final class PieceStream extends InputStream {

    private final Iterator<byte[]> pieces;
    private byte[] piece = {};
    private int at;
    private volatile boolean closed;

    PieceStream(Iterator<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /// Too late for another status: the framework ends the connection, but for this kind of exception only.
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (closed) {
            throw new IOException("nobody takes the answer any more");
        }
        try {
            return copy(target, offset, length);
        } catch (RuntimeException fault) {
            throw new IOException("an answer that was begun can't be ended", fault);
        }
    }

    private int copy(byte[] target, int offset, int length) {
        int copied = 0;
        while (copied < length && hasMore()) {
            int count = Math.min(length - copied, piece.length - at);
            System.arraycopy(piece, at, target, offset + copied, count);
            at += count;
            copied += count;
        }
        return copied == 0 && length > 0 ? -1 : copied;
    }

    private boolean hasMore() {
        while (at == piece.length && !closed && pieces.hasNext()) {
            piece = pieces.next();
            at = 0;
        }
        return at < piece.length;
    }

    /// May come from another thread than the one that reads.
    @Override
    public void close() {
        closed = true;
    }
}
