package com.tachyonfuture.mailtrack.app.classify;

import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.port.History.Run;
import com.tachyonfuture.mailtrack.application.classify.port.History.State;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// Judges all history again for the operator, tells how it goes, and says what came of it.
public final class JudgeAnswer {

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

    private final JudgeAgain judgeAgain;
    private final PrintStream out;
    private final PrintStream progress;
    private final LongSupplier nanoClock;
    private final Runnable pause;
    private long reportedAt;

    /// @param progress where a person is told how it goes
    /// @param nanoClock nanoseconds since any moment
    /// @param pause waits a little, while the service does the same work
    public JudgeAnswer(
            JudgeAgain judgeAgain, PrintStream out, PrintStream progress, LongSupplier nanoClock, Runnable pause) {
        this.judgeAgain = judgeAgain;
        this.out = out;
        this.progress = progress;
        this.nanoClock = nanoClock;
        this.pause = pause;
        this.reportedAt = nanoClock.getAsLong();
    }

    /// Whether all opens were judged.
    public boolean to(JudgeCommand command) {
        if (!command.dryRun() && !judgeAll()) {
            progress.println(
                    "Another version of Mailtrack has begun to judge again, by its rules. This run ends here.");
            return false;
        }
        Difference difference = command.dryRun() ? judgeAgain.tried(this::report) : judgeAgain.outcome();
        var text = new DifferenceText(difference, command.dryRun());
        text.print(out, command.json());
        return difference.failed() == 0;
    }

    private boolean judgeAll() {
        Run run = judgeAgain.all();
        Difference before = judgeAgain.outcome();
        if (run.resumed()) {
            progress.printf(
                    Locale.ROOT,
                    "Goes on with a run that was not finished. Opens that it had judged: %d.%n",
                    before.opens());
        } else {
            progress.println("If this is interrupted, the same command goes on where it was.");
        }
        Difference sum = before;
        while (true) {
            var stage = judgeAgain.goOn(run);
            sum = sum.plus(stage.difference());
            switch (stage.state()) {
                case MORE -> report(sum);
                case BUSY -> pause.run();
                case FINISHED, REPLACED -> {
                    return stage.state() == State.FINISHED;
                }
            }
        }
    }

    private void report(Difference sum) {
        long now = nanoClock.getAsLong();
        if (now - reportedAt >= BETWEEN_REPORTS.toNanos()) {
            progress.printf(Locale.ROOT, "Opens judged so far: %d.%n", sum.opens());
            reportedAt = now;
        }
    }
}
