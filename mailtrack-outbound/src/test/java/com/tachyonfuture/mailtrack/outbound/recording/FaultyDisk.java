package com.tachyonfuture.mailtrack.outbound.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// A [Disk] that fails, waits and counts as told.
final class FaultyDisk implements Disk {

    private static final String WRITER = "spool-writer";

    private final Disk disk = new LocalDisk();

    /// How many forces the writer has asked for.
    final AtomicInteger forces = new AtomicInteger();

    /// A force of the writer waits while there are none.
    final Semaphore permits = new Semaphore(1);

    /// How many forces of the writer fail from now on.
    final AtomicInteger failingForces = new AtomicInteger();

    /// How many writes of the writer fail from now on, after half of the bytes.
    final AtomicInteger failingWrites = new AtomicInteger();

    volatile boolean full;
    volatile boolean unreadable;

    private final class FaultyFile implements OpenFile {

        private final OpenFile file;

        FaultyFile(OpenFile file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer into, long at) throws IOException {
            if (unreadable) {
                throw new IOException("Input/output error");
            }
            return file.read(into, at);
        }

        @Override
        public void write(ByteBuffer from, long at) throws IOException {
            if (full && at + from.remaining() > file.size()) {
                throw new IOException("No space left on device");
            }
            if (isWriter() && failingWrites.getAndUpdate(FaultyDisk::less) > 0) {
                file.write(from.slice(from.position(), from.remaining() / 2), at);
                throw new IOException("Input/output error");
            }
            file.write(from, at);
        }

        @Override
        public void force() throws IOException {
            if (isWriter()) {
                forces.incrementAndGet();
                permits.acquireUninterruptibly();
                permits.release();
                if (failingForces.getAndUpdate(FaultyDisk::less) > 0) {
                    throw new IOException("Input/output error");
                }
            }
            file.force();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    private static int less(int count) {
        return Math.max(0, count - 1);
    }

    private static boolean isWriter() {
        return Thread.currentThread().getName().equals(WRITER);
    }

    @Override
    public OpenFile create(Path file) throws IOException {
        return new FaultyFile(disk.create(file));
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        return new FaultyFile(disk.open(file));
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
        disk.truncate(file, size);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        return disk.list(folder);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
    }
}
