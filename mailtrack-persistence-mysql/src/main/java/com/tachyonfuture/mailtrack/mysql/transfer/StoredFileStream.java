package com.tachyonfuture.mailtrack.mysql.transfer;

import com.tachyonfuture.mailtrack.application.transfer.ImportId;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/// A file as the rows of `import_pieces` make it up, one of which is held at a time.
final class StoredFileStream extends InputStream {

    private final Connection connection;
    private final ImportId id;
    private byte[] piece = {};
    private int at;
    private int number;
    private boolean ended;

    StoredFileStream(Connection connection, ImportId id) {
        this.connection = connection;
        this.id = id;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        while (at == piece.length && !ended) {
            next();
        }
        return !ended;
    }

    private void next() throws IOException {
        try (var select = connection.prepareStatement("""
            /* imports.piece */
            SELECT content FROM import_pieces WHERE import_id = ? AND number = ?\
            """)) {
            select.setString(1, id.value());
            select.setInt(2, number++);
            try (var row = select.executeQuery()) {
                ended = !row.next();
                piece = ended ? new byte[0] : row.getBytes("content");
                at = 0;
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
