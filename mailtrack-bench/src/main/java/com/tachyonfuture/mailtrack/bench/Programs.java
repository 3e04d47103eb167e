package com.tachyonfuture.mailtrack.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// The programs that the bench has started and that may still run. They end with it, also when it is interrupted;
/// no others are touched.
final class Programs implements AutoCloseable {

    private final Deque<Program> started = new ArrayDeque<>();
    private boolean closed;

    synchronized Program start(String name, ProcessBuilder builder, Path log) {
        if (closed) {
            throw new BenchFailure("The bench is ending.");
        }
        started.removeIf(program -> !program.isRunning());
        Program program = Program.start(name, builder, log);
        started.push(program);
        return program;
    }

    /// Ends them, the last one first. None can be started afterwards.
    @Override
    public synchronized void close() {
        closed = true;
        while (!started.isEmpty()) {
            started.pop().close();
        }
    }
}
