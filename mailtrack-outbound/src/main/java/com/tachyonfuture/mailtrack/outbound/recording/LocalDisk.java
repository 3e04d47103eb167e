package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// The [Disk] that there is.
final class LocalDisk implements Disk {

    private record LocalFile(FileChannel channel) implements OpenFile {

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            int start = into.position();
            while (into.hasRemaining() && channel.read(into, at + into.position() - start) >= 0) {
                // A read may bring less than there is.
            }
            return into.position() - start;
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            int start = from.position();
            while (from.hasRemaining()) {
                channel.write(from, at + from.position() - start);
            }
        }

        /// Without the file's times, whose change would be a second thing to write.
        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Override
    public OpenFile create(Path file) throws IOException {
        return open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        return open(file, StandardOpenOption.READ);
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(size);
        }
    }

    private static OpenFile open(Path file, OpenOption... options) throws IOException {
        return new LocalFile(FileChannel.open(file, options));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
