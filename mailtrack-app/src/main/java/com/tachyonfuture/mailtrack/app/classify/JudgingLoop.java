package com.tachyonfuture.mailtrack.app.classify;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.port.History.Run;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread that after each start judges what was never judged, such as opens that were taken over, or goes on with
/// a run that was interrupted; then it looks every minute for a run that somebody began. It works at most half of the
/// time, so that the database stays free for others, and while another instance does the same it leaves that to it. A
/// fault is told once, and tried again now and then: it may be of one moment, or of opens that are deleted later.
public final class JudgingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(JudgingLoop.class);
    private static final Duration AFTER_START = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);
    private static final Duration WHILE_BUSY = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_STEP = Duration.ofSeconds(5);

    private final JudgeAgain judgeAgain;
    private final Duration afterStart;
    private final Optional<Duration> betweenLooks;
    private final Duration longestPause;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("judging").daemon(true).unstarted(this::run);
    private @Nullable Run run;
    private boolean rested;
    private boolean faulty;
    private Duration unavailable;

    JudgingLoop(JudgeAgain judgeAgain) {
        this(judgeAgain, AFTER_START, Optional.of(BETWEEN_LOOKS), LONGEST_PAUSE);
    }

    /// One that ends when nothing is left to do.
    JudgingLoop(JudgeAgain judgeAgain, Duration afterStart) {
        this(judgeAgain, afterStart, Optional.empty(), LONGEST_PAUSE);
    }

    JudgingLoop(JudgeAgain judgeAgain, Duration afterStart, Optional<Duration> betweenLooks, Duration longestPause) {
        this.judgeAgain = judgeAgain;
        this.afterStart = afterStart;
        this.betweenLooks = betweenLooks;
        this.longestPause = longestPause;
        this.unavailable = afterStart;
    }

    public void start() {
        thread.start();
    }

    /// Ends the thread after the step that it is at. The next start goes on there.
    public void stop() throws InterruptedException {
        stopping.countDown();
        if (thread.getState() != Thread.State.NEW) {
            thread.join(LONGEST_STEP);
        }
    }

    /// Waits until there is nothing left to do; false when there still is after that time.
    boolean awaitEnd(Duration longest) throws InterruptedException {
        return thread.join(longest);
    }

    private void run() {
        try {
            Optional<Duration> wait = Optional.of(afterStart);
            while (wait.isPresent() && !stopping.await(wait.get().toNanos(), TimeUnit.NANOSECONDS)) {
                wait = attempt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// How long to wait before the next step; empty when there is none.
    private Optional<Duration> attempt() {
        try {
            Optional<Duration> wait = step();
            unavailable = afterStart;
            faulty = false;
            return wait;
        } catch (StorageUnavailable later) {
            LOG.debug("Judging again waits", later);
            Duration longer = unavailable.multipliedBy(2);
            unavailable = longer.compareTo(longestPause) > 0 ? longestPause : longer;
            return Optional.of(unavailable);
        } catch (RuntimeException fault) {
            if (!faulty) {
                LOG.error("Judging opens again failed; it is tried again every {}", longestPause, fault);
            }
            faulty = true;
            return Optional.of(longestPause);
        }
    }

    private Optional<Duration> step() {
        long began = System.nanoTime();
        Run current = run == null ? begin().orElse(null) : run;
        run = current;
        if (current == null) {
            return rest();
        }
        return switch (judgeAgain.goOn(current).state()) {
            case MORE -> {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                yield Optional.of(took.compareTo(SHORTEST_PAUSE) > 0 ? took : SHORTEST_PAUSE);
            }
            case BUSY -> Optional.of(WHILE_BUSY);
            case REPLACED -> rest();
            case FINISHED -> {
                tell(judgeAgain.outcome());
                yield rest();
            }
        };
    }

    private Optional<Duration> rest() {
        run = null;
        rested = true;
        return betweenLooks;
    }

    private Optional<Run> begin() {
        Optional<Run> due = rested ? judgeAgain.unfinished() : judgeAgain.due();
        due.ifPresent(begun -> LOG.info(
                begun.scope() == Scope.ALL
                        ? "Judging all opens again goes on."
                        : "Opens that were never judged are judged in the background."));
        return due;
    }

    private static void tell(Difference outcome) {
        LOG.info(
                "Opens were judged again: {}, with another verdict: {}; reads among them: {} before, {} now.",
                outcome.opens() - outcome.failed(),
                outcome.others(),
                outcome.readsBefore(),
                outcome.readsAfter());
        if (outcome.failed() > 0) {
            LOG.warn("Opens that could not be judged and stay as they were: {}", outcome.failed());
        }
    }
}
