package com.tachyonfuture.mailtrack.web.server;

import com.tachyonfuture.mailtrack.application.health.port.SpoolProbe;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// A spool that answers as it is told to, and remembers what it was given.
public final class ScriptedSpool implements HitSpool, SpoolProbe {

    private final List<Hit> hits = new CopyOnWriteArrayList<>();
    private volatile Supplier<CompletionStage<Receipt>> answer = () -> CompletableFuture.completedStage(Receipt.KEPT);

    private volatile Optional<String> problem = Optional.empty();

    /// From now on it answers so.
    public void answer(Supplier<CompletionStage<Receipt>> newAnswer) {
        this.answer = newAnswer;
    }

    /// From now on this is its problem.
    public void suffer(Optional<String> newProblem) {
        this.problem = newProblem;
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    public List<Hit> hits() {
        return List.copyOf(hits);
    }

    public Hit onlyHit() {
        if (hits.size() != 1) {
            throw new AssertionError("not one hit, but " + hits);
        }
        return hits.get(0);
    }

    @Override
    public CompletionStage<Receipt> append(Hit hit) {
        hits.add(hit);
        return answer.get();
    }

    @Override
    public Batch next(int limit) {
        return new Batch("scripted", 0, List.of());
    }

    @Override
    public void acknowledge(long position) {
        throw new UnsupportedOperationException("nobody drains it");
    }

    @Override
    public long depth() {
        return hits.size();
    }

    @Override
    public void close() {}
}
