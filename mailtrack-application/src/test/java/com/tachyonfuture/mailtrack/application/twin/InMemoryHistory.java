package com.tachyonfuture.mailtrack.application.twin;

import com.tachyonfuture.mailtrack.application.classify.Difference;
import com.tachyonfuture.mailtrack.application.classify.JudgedAgain;
import com.tachyonfuture.mailtrack.application.classify.Origin;
import com.tachyonfuture.mailtrack.application.classify.Reviewed;
import com.tachyonfuture.mailtrack.application.classify.Reviewer;
import com.tachyonfuture.mailtrack.application.classify.TrackReview;
import com.tachyonfuture.mailtrack.application.classify.port.History;
import com.tachyonfuture.mailtrack.application.contract.StorageFixture;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link History} in memory; a step takes one track. */
public final class InMemoryHistory implements History {

    /** The last run, and up to which track it came. */
    static final class LastRun {

        private Scope scope = Scope.ALL;
        private int ruleBook;
        private boolean finished = true;
        private @Nullable TrackId done;
        private Difference outcome = Difference.NONE;
    }

    private final InMemoryStorage storage;

    public InMemoryHistory(InMemoryStorage storage) {
        this.storage = storage;
    }

    @Override
    public Run begin(Scope scope, int ruleBook) {
        synchronized (storage) {
            storage.check();
            LastRun last = storage.lastRun;
            boolean serves = last.ruleBook == ruleBook && (last.scope == scope || last.scope == Scope.ALL);
            if (!last.finished && (serves || last.ruleBook > ruleBook)) {
                return new Run(last.scope, last.ruleBook, true, new StoredWalk(ruleBook));
            }
            begun(scope, ruleBook);
            return new Run(scope, ruleBook, false, new StoredWalk(ruleBook));
        }
    }

    @Override
    public Run beginAnew(int ruleBook) {
        synchronized (storage) {
            storage.check();
            LastRun last = storage.lastRun;
            int rules = last.finished ? ruleBook : Math.max(ruleBook, last.ruleBook);
            begun(Scope.ALL, rules);
            return new Run(Scope.ALL, rules, false, new StoredWalk(ruleBook));
        }
    }

    private void begun(Scope scope, int ruleBook) {
        storage.lastRun = new LastRun();
        storage.lastRun.scope = scope;
        storage.lastRun.ruleBook = ruleBook;
        storage.lastRun.finished = false;
    }

    private final class StoredWalk implements Walk {

        private final int ruleBook;
        private LastRun seen = storage.lastRun;

        StoredWalk(int ruleBook) {
            this.ruleBook = ruleBook;
        }

        @Override
        public Stage next(Reviewer reviewer) {
            synchronized (storage) {
                storage.check();
                LastRun run = storage.lastRun;
                if (run.ruleBook != ruleBook) {
                    return new Stage(State.REPLACED, Difference.NONE);
                }
                if (run != seen && !run.finished && run.done == null) {
                    seen = run;
                    return new Stage(State.MORE, Difference.NONE);
                }
                return goOn(run, reviewer);
            }
        }

        private Stage goOn(LastRun run, Reviewer reviewer) {
            Optional<TrackId> next = run.finished ? Optional.empty() : InMemoryHistory.this.next(run.done, run.scope);
            if (next.isEmpty()) {
                run.finished = true;
                return new Stage(State.FINISHED, Difference.NONE);
            }
            run.done = next.get();
            Difference difference = judge(next.get(), reviewer, true);
            run.outcome = run.outcome.plus(difference);
            return new Stage(State.MORE, difference);
        }
    }

    private Optional<TrackId> next(@Nullable TrackId done, Scope scope) {
        return storage.opens.values().stream()
                .filter(open -> scope == Scope.ALL || open.judgement() == null)
                .map(Open::trackId)
                .filter(track -> done == null || track.compareTo(done) > 0)
                .min(TrackId::compareTo);
    }

    private Difference judge(TrackId id, Reviewer reviewer, boolean changing) {
        Track track = storage.tracks.get(id);
        if (track == null) {
            return Difference.NONE;
        }
        List<Open> opens = storage.opens.values().stream()
                .filter(open -> open.trackId().equals(id))
                .toList();
        var page = new TrackReview(StorageFixture.REPEAT_WINDOW)
                .page(opens, new Origin(track.createdAt(), track.createdFrom()), reviewer);
        if (changing) {
            page.opens().forEach(this::store);
            storage.recountViews();
        }
        return page.difference();
    }

    private void store(JudgedAgain again) {
        Reviewed reviewed = again.reviewed();
        if (reviewed == null) {
            return;
        }
        Open was = again.open();
        var is = new Open(
                was.id(),
                was.trackId(),
                was.openedAt(),
                was.ipAddress(),
                was.userAgent(),
                was.referer(),
                was.signs(),
                reviewed.description(),
                reviewed.judged().judgement(),
                again.repeat(),
                was.formerProxy(),
                was.formerlyReal());
        storage.opens.put(is.id(), is);
    }

    @Override
    public Optional<Scope> unfinished() {
        synchronized (storage) {
            storage.check();
            return storage.lastRun.finished ? Optional.empty() : Optional.of(storage.lastRun.scope);
        }
    }

    @Override
    public Difference outcome() {
        synchronized (storage) {
            storage.check();
            return storage.lastRun.outcome;
        }
    }

    @Override
    public long neverJudged() {
        synchronized (storage) {
            storage.check();
            return storage.opens.values().stream()
                    .filter(open -> open.judgement() == null)
                    .count();
        }
    }

    @Override
    public Walk trial() {
        return new Walk() {
            private @Nullable TrackId done;

            @Override
            public Stage next(Reviewer reviewer) {
                synchronized (storage) {
                    storage.check();
                    Optional<TrackId> next = InMemoryHistory.this.next(done, Scope.ALL);
                    done = next.orElse(done);
                    return next.map(track -> new Stage(State.MORE, judge(track, reviewer, false)))
                            .orElseGet(() -> new Stage(State.FINISHED, Difference.NONE));
                }
            }
        };
    }

    @Override
    public Walk through(TrackId track) {
        return reviewer -> {
            synchronized (storage) {
                storage.check();
                return new Stage(State.FINISHED, judge(track, reviewer, true));
            }
        };
    }

    @Override
    public Fetched fetchedFrom(IpAddress address, int limit) {
        synchronized (storage) {
            storage.check();
            var latest = new TreeMap<>(storage.opens).descendingMap().values();
            List<TrackId> all = latest.stream()
                    .filter(open -> address.toString().equals(open.ipAddress()))
                    .map(Open::trackId)
                    .distinct()
                    .toList();
            return new Fetched(all.stream().limit(limit).toList(), all.size() <= limit);
        }
    }
}
