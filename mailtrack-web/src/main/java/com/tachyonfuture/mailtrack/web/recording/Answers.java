package com.tachyonfuture.mailtrack.web.recording;

import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The answers that the connections of one event loop owe to readers, until their hits are kept.
///
/// An answer is given when its hit is kept or surely is not, and in any case after [#PATIENCE]: a disk that hangs is
/// ours to worry about, not the reader's.
///
/// # Why not each for itself
/// To hand a task to an event loop may mean to wake its thread, and a timer for each answer is set and taken back
/// thousands of times a second for nothing. Many hits share one force of the disk, so their answers fall due together:
/// the thread that forced it puts them here and wakes the loop once. And since all have the same patience, they run
/// out of it in the order in which they came: one timer watches the first.
final class Answers {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final EventExecutor loop;
    private final Queue<Answer> due = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final Queue<Answer> owed = new ArrayDeque<>();
    private boolean watched;

    Answers(EventExecutor loop) {
        this.loop = loop;
    }

    /// Gives an answer once, on the event loop, as soon as it may be given. To be called there.
    void giveWhen(CompletionStage<?> kept, Runnable answer) {
        var owing = new Answer(answer, loop.ticker().nanoTime() + PATIENCE);
        kept.whenComplete(owing);
        if (!owing.given) {
            forgetGiven();
            owed.add(owing);
            watch();
        }
    }

    private void forgetGiven() {
        for (Answer first = owed.peek(); first != null && first.given; first = owed.peek()) {
            owed.remove();
        }
    }

    private void watch() {
        Answer first = owed.peek();
        if (!watched && first != null) {
            watched = true;
            long wait = first.deadline - loop.ticker().nanoTime();
            var _ = loop.schedule(this::giveOverdue, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void giveOverdue() {
        watched = false;
        long now = loop.ticker().nanoTime();
        for (Answer first = owed.peek(); first != null && first.isOver(now); first = owed.peek()) {
            owed.remove();
            first.give();
        }
        watch();
    }

    private void add(Answer answer) {
        due.add(answer);
        if (!called.getAndSet(true)) {
            loop.execute(this::giveDue);
        }
    }

    private void giveDue() {
        called.set(false);
        for (Answer answer = due.poll(); answer != null; answer = due.poll()) {
            answer.give();
        }
    }

    private final class Answer implements BiConsumer<Object, Throwable> {

        private final Runnable answer;
        private final long deadline;
        private boolean given;

        Answer(Runnable answer, long deadline) {
            this.answer = answer;
            this.deadline = deadline;
        }

        /// What became of the hit is not the reader's business.
        @Override
        public void accept(@Nullable Object outcome, @Nullable Throwable fault) {
            if (loop.inEventLoop()) {
                give();
            } else {
                add(this);
            }
        }

        void give() {
            if (!given) {
                given = true;
                answer.run();
            }
        }

        boolean isOver(long now) {
            return given || deadline - now <= 0;
        }
    }
}
