package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import java.util.function.BiConsumer;

/** Tries again to record hits in quarantine, each in a transaction of its own. */
public final class ReplayQuarantine {

    /** What became of a hit. */
    public sealed interface Outcome {}

    /** It is an open now. */
    public record Recorded() implements Outcome {}

    /** There is no such track: it stays in quarantine. */
    public record NoSuchTrack() implements Outcome {}

    /** Its track had been stopped when it arrived: it is no open, and no longer in quarantine. */
    public record Stopped() implements Outcome {}

    /** It could not be recorded this time either, and stays in quarantine. */
    public record FailedAgain(QuarantineReason reason) implements Outcome {}

    /** There is no such hit in quarantine. */
    public record NotThere() implements Outcome {}

    private final Quarantine quarantine;
    private final Judging judging;
    private final ListQuarantine listQuarantine;

    public ReplayQuarantine(Quarantine quarantine, Judging judging) {
        this.quarantine = quarantine;
        this.judging = judging;
        this.listQuarantine = new ListQuarantine(quarantine);
    }

    /**
     * Tries one hit.
     *
     * @throws StorageUnavailable when nobody knows what became of it: try again
     */
    public Outcome one(long id) {
        try {
            return switch (quarantine.replay(id, judging.oneByOne())) {
                case RECORDED -> new Recorded();
                case NO_SUCH_TRACK -> new NoSuchTrack();
                case STOPPED -> new Stopped();
                case NOT_THERE -> new NotThere();
            };
        } catch (StorageUnavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException failure) {
            return new FailedAgain(QuarantineReason.of(failure));
        }
    }

    /**
     * Tries all hits once, those first that were set aside first.
     *
     * @param progress is told of each hit, with its id
     * @throws StorageUnavailable as {@link #one}
     */
    public void all(BiConsumer<Long, Outcome> progress) {
        listQuarantine.each(hit -> progress.accept(hit.id(), one(hit.id())));
    }
}
