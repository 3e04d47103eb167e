package com.tachyonfuture.mailtrack.app.recording;

import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.recording.DiscardQuarantine;
import com.tachyonfuture.mailtrack.application.recording.ListQuarantine;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.FailedAgain;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.NoSuchTrack;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.NotThere;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.Outcome;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.Recorded;
import com.tachyonfuture.mailtrack.application.recording.ReplayQuarantine.Stopped;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// Does what the operator wants with the hits in quarantine, and says what came of it.
public final class QuarantineAnswer {

    private static final int PROGRESS_EVERY = 1_000;

    /// There may be a million hits, and all for the same reason.
    private static final int MOST_LINES = 100;

    private final Quarantine quarantine;
    private final Judging judging;
    private final PrintStream out;
    private long recorded;
    private long others;

    public QuarantineAnswer(Quarantine quarantine, Judging judging, PrintStream out) {
        this.quarantine = quarantine;
        this.judging = judging;
        this.out = out;
    }

    /// Whether everything that was asked for was done.
    public boolean to(QuarantineCommand command) {
        return switch (command) {
            case QuarantineCommand.Show(boolean json) -> show(json);
            case QuarantineCommand.ReplayAll() -> replayAll();
            case QuarantineCommand.Replay(var ids) -> replay(ids);
            case QuarantineCommand.DiscardAll() -> discardAll();
            case QuarantineCommand.Discard(var ids) -> discard(ids);
        };
    }

    private boolean show(boolean json) {
        var list = new QuarantineList(out);
        new ListQuarantine(quarantine).each(json ? list::json : list::row);
        if (!json) {
            list.end();
        }
        return true;
    }

    private boolean replayAll() {
        new ReplayQuarantine(quarantine, judging).all((id, outcome) -> {
            note(id, outcome);
            if ((recorded + others) % PROGRESS_EVERY == 0) {
                out.printf(Locale.ROOT, "So far recorded: %d, not recorded: %d.%n", recorded, others);
            }
        });
        return sum();
    }

    private boolean replay(List<Long> ids) {
        var replay = new ReplayQuarantine(quarantine, judging);
        ids.forEach(id -> note(id, replay.one(id)));
        return sum();
    }

    private void note(long id, Outcome outcome) {
        switch (outcome) {
            case Recorded() -> recorded++;
            case NoSuchTrack() -> tell(id, "there is no such track; the hit stays in quarantine");
            case Stopped() -> tell(id, "its track had been stopped when it arrived; it is no longer in quarantine");
            case FailedAgain(var reason) -> tell(id, "fails again and stays in quarantine: " + reason.sentence());
            case NotThere() -> tell(id, "there is no such hit in quarantine");
        }
    }

    private void tell(long id, String sentence) {
        others++;
        if (others <= MOST_LINES) {
            out.printf(Locale.ROOT, "%d: %s.%n", id, sentence);
        } else if (others == MOST_LINES + 1) {
            out.println("More such are not told one by one.");
        }
    }

    private boolean sum() {
        out.printf(Locale.ROOT, "Recorded: %d. Not recorded: %d.%n", recorded, others);
        return others == 0;
    }

    private boolean discardAll() {
        out.printf(Locale.ROOT, "Discarded: %d.%n", new DiscardQuarantine(quarantine).all());
        return true;
    }

    private boolean discard(List<Long> ids) {
        var discard = new DiscardQuarantine(quarantine);
        long discarded = 0;
        for (long id : ids) {
            if (discard.one(id)) {
                discarded++;
            } else {
                tell(id, "there is no such hit in quarantine");
            }
        }
        out.printf(Locale.ROOT, "Discarded: %d.%n", discarded);
        return others == 0;
    }
}
