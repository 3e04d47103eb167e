package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second program out of a folder, for as long as this one lives.
///
/// A second attempt within one program is refused too, but to be avoided: on Linux, whoever closes a file gives away
/// all locks that the same process has on it.
final class FolderLock implements AutoCloseable {

    private static final String NAME = "lock";

    /// The lock goes with it.
    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /// @throws IOException when somebody else has the folder
    static FolderLock of(Path folder) throws IOException {
        FileChannel file = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = file.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            // It is this program that has it.
        } finally {
            if (!locked) {
                file.close();
            }
        }
        if (!locked) {
            throw new IOException("the folder " + folder + " is in use by another Mailtrack; each needs its own");
        }
        return new FolderLock(file);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException _) {
            // The end of the program lets go of it too.
        }
    }
}
