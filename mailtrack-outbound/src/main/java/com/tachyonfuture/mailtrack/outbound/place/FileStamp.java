package com.tachyonfuture.mailtrack.outbound.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What tells a file from the one that was there before.
///
/// @param key the inode, where the file system has such a thing
record FileStamp(long size, FileTime modifiedAt, @Nullable Object key) {

    /// Empty where there is no file, or nothing that could be read like one.
    static Optional<FileStamp> of(Path path) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new FileStamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
