package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// How far the hits were acknowledged, noted in a small file, so that hardly any come again after a restart.
///
/// It is never forced and may be lost: then hits come again that the database has, and passes over.
final class Acknowledged implements AutoCloseable {

    private static final String NAME = "acknowledged";
    private static final int SIZE = 12;

    private final Disk disk;
    private final Path file;
    private @Nullable OpenFile open;

    Acknowledged(Disk disk, Path folder) {
        this.disk = disk;
        this.file = folder.resolve(NAME);
    }

    /// The position that was noted last, 0 when that is not known.
    long read() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        try (OpenFile content = disk.open(file)) {
            content.read(bytes, 0);
        } catch (IOException _) {
            return 0;
        }
        return bytes.getInt(Long.BYTES) == checksum(bytes) ? Math.max(0, bytes.getLong(0)) : 0;
    }

    void write(long position) {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).putLong(0, position);
        bytes.putInt(Long.BYTES, checksum(bytes));
        try {
            if (open == null) {
                open = disk.create(file);
            }
            open.write(bytes, 0);
        } catch (IOException _) {
            close();
        }
    }

    private static int checksum(ByteBuffer bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes.slice(0, Long.BYTES));
        return ~(int) checksum.getValue();
    }

    @Override
    public void close() {
        OpenFile content = open;
        open = null;
        if (content == null) {
            return;
        }
        try {
            content.close();
        } catch (IOException _) {
            // It may be lost.
        }
    }
}
