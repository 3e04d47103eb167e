package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What the spool asks of a file system, no more, so that tests can make each of it fail.
interface Disk {

    /// Makes an empty file to write and read, in the place of one that is there.
    OpenFile create(Path file) throws IOException;

    /// Opens a file that is there, to read it.
    OpenFile open(Path file) throws IOException;

    /// Cuts off the end of a file.
    void truncate(Path file, long size) throws IOException;

    /// All files of a folder, ordered by name.
    List<Path> list(Path folder) throws IOException;

    /// Gives a file another name at once, in the place of one that has it.
    void rename(Path from, Path to) throws IOException;

    /// Nothing happens if it is not there.
    void delete(Path file) throws IOException;

    /// Returns when new, renamed and deleted names in a folder are on the disk.
    void forceFolder(Path folder) throws IOException;
}
