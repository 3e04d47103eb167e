package com.tachyonfuture.mailtrack.mysql.embedded;

import java.nio.file.Path;

/// Where an embedded database lives and what it may use.
///
/// @param folder holds the data, the password and the log; created when missing
/// @param programFolder where the server's program is unpacked to; several databases may share one
/// @param port the port on 127.0.0.1, or 0 for a free one
/// @param bufferPoolMegabytes memory for cached pages; the server takes about 60 MB more
public record EmbeddedDatabaseSettings(Path folder, Path programFolder, int port, int bufferPoolMegabytes) {

    public EmbeddedDatabaseSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The port of the embedded database must be 0 to 65535, not " + port);
        }
        if (bufferPoolMegabytes < 8) {
            throw new IllegalArgumentException(
                    "The embedded database needs a buffer pool of at least 8 MB, not " + bufferPoolMegabytes);
        }
    }

    /// Everything in one folder, on a free port, with 128 MB for cached pages.
    public static EmbeddedDatabaseSettings in(Path folder) {
        return new EmbeddedDatabaseSettings(folder, folder.resolve("program"), 0, 128);
    }

    public EmbeddedDatabaseSettings withProgramFolder(Path other) {
        return new EmbeddedDatabaseSettings(folder, other, port, bufferPoolMegabytes);
    }

    public EmbeddedDatabaseSettings withPort(int other) {
        return new EmbeddedDatabaseSettings(folder, programFolder, other, bufferPoolMegabytes);
    }

    public EmbeddedDatabaseSettings withBufferPoolMegabytes(int other) {
        return new EmbeddedDatabaseSettings(folder, programFolder, port, other);
    }
}
