package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// An open file. Safe for one writer and one reader.
interface OpenFile extends Closeable {

    /// Reads until the buffer is full or the file ends; how many bytes.
    int read(ByteBuffer into, long at) throws IOException;

    /// Writes the whole buffer.
    void write(ByteBuffer from, long at) throws IOException;

    /// Returns when what was written is on the disk.
    void force() throws IOException;

    long size() throws IOException;
}
