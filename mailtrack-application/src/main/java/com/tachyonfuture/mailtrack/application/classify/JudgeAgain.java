package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.application.classify.port.History;
import com.tachyonfuture.mailtrack.application.classify.port.History.Fetched;
import com.tachyonfuture.mailtrack.application.classify.port.History.Run;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import com.tachyonfuture.mailtrack.application.classify.port.History.Stage;
import com.tachyonfuture.mailtrack.application.classify.port.History.State;
import com.tachyonfuture.mailtrack.application.classify.port.History.Walk;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Judges opens again that were recorded, by the rules in force and what is known now of addresses and user agents.
 *
 * <p>Every method throws {@link com.tachyonfuture.mailtrack.application.StorageUnavailable}; what was done stays done,
 * and doing it again changes nothing.
 */
public final class JudgeAgain {

    private final History history;
    private final Judging judging;

    public JudgeAgain(History history, Judging judging) {
        this.history = history;
        this.judging = judging;
    }

    /** Begins with all history, or goes on where that was interrupted. Then {@link #goOn} does it, step by step. */
    public Run all() {
        return history.begin(Scope.ALL, judging.ruleBook());
    }

    /** Begins with all history from its beginning, since other addresses are the owner's now. */
    public Run anew() {
        return history.beginAnew(judging.ruleBook());
    }

    /** Goes on with a run that is not finished; empty when there is none, or only one by newer rules. */
    public Optional<Run> unfinished() {
        return history.unfinished().flatMap(this::begin);
    }

    private Optional<Run> begin(Scope scope) {
        return Optional.of(history.begin(scope, judging.ruleBook()))
                .filter(run -> run.ruleBook() == judging.ruleBook());
    }

    /** Goes on with a run that was interrupted, or begins with what was never judged; empty when nothing is due. */
    public Optional<Run> due() {
        return history.unfinished()
                .or(() -> history.neverJudged() > 0 ? Optional.of(Scope.NEVER_JUDGED) : Optional.empty())
                .flatMap(this::begin);
    }

    /** The next step of a run. For one thread. */
    public Stage goOn(Run run) {
        return run.walk().next(judging.again());
    }

    /** What the last run came to so far, whoever did it. */
    public Difference outcome() {
        return history.outcome();
    }

    /**
     * What judging all history again would come to. Changes nothing.
     *
     * @param progress is told now and then what it came to so far
     */
    public Difference tried(Consumer<Difference> progress) {
        return through(history.trial(), progress);
    }

    /** Judges the opens of one track again; nothing where there is no such track. */
    public Difference track(TrackId track) {
        return through(history.through(track), soFar -> {});
    }

    private Difference through(Walk walk, Consumer<Difference> progress) {
        Difference sum = Difference.NONE;
        Stage stage;
        do {
            stage = walk.next(judging.again());
            sum = sum.plus(stage.difference());
            progress.accept(sum);
        } while (stage.state() == State.MORE);
        return sum;
    }

    /** Tracks with opens from an address, those first that it fetched last. */
    public Fetched fetchedFrom(IpAddress address, int limit) {
        return history.fetchedFrom(address, limit);
    }
}
