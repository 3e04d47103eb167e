package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.recording.HitCounts.Fate;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Sign;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a request for a pixel. It asks no database: whether the track exists is found out later, so that the
 * answer to a known id and to an unknown one takes the same path, and both are given while the database is down.
 */
public final class RecordOpen {

    /**
     * A request for a pixel.
     *
     * @param id what stands in the place of the track's id, whatever it is
     * @param address where it came from; null when that is not known
     * @param signs what else it said about itself
     */
    public record Request(
            String id,
            @Nullable IpAddress address,
            @Nullable String userAgent,
            @Nullable String referer,
            Set<Sign> signs) {

        /** One that said nothing else about itself. */
        public Request(String id, @Nullable IpAddress address, @Nullable String userAgent, @Nullable String referer) {
            this(id, address, userAgent, referer, Set.of());
        }
    }

    /** What became of the hit; whoever asked for the image gets it in any case. */
    public enum Outcome {
        ACCEPTED,
        /** No track can have such an id. */
        UNRECOGNIZED,
        /** Its address sends too many. */
        LIMITED,
        /** There was no room for it, or no way to keep it. */
        SHED
    }

    private static final CompletionStage<Outcome> UNRECOGNIZED = CompletableFuture.completedStage(Outcome.UNRECOGNIZED);

    private static final CompletionStage<Outcome> LIMITED = CompletableFuture.completedStage(Outcome.LIMITED);

    private final HitSpool spool;
    private final InstantSource clock;
    private final HitCounts counts;
    private final HitLimit limit;

    /** Limits nobody. */
    public RecordOpen(HitSpool spool, InstantSource clock, HitCounts counts) {
        this(spool, clock, counts, HitLimit.none());
    }

    public RecordOpen(HitSpool spool, InstantSource clock, HitCounts counts, HitLimit limit) {
        this.spool = spool;
        this.clock = clock;
        this.counts = counts;
        this.limit = limit;
    }

    /** Never blocks and never fails. */
    public CompletionStage<Outcome> from(Request request) {
        Optional<TrackId> id = TrackId.parse(request.id());
        if (id.isEmpty()) {
            counts.count(Fate.UNRECOGNIZED);
            return UNRECOGNIZED;
        }
        if (!limit.allows(request.address())) {
            counts.count(Fate.LIMITED);
            return LIMITED;
        }
        var receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var hit = new Hit(
                id.get(), receivedAt, request.address(), request.userAgent(), request.referer(), request.signs());
        return spool.append(hit).thenApply(this::outcome);
    }

    private Outcome outcome(HitSpool.Receipt receipt) {
        return switch (receipt) {
            case KEPT -> counted(Fate.ACCEPTED, Outcome.ACCEPTED);
            case FULL -> counted(Fate.SHED_FULL, Outcome.SHED);
            case FAILED -> counted(Fate.SHED_FAILED, Outcome.SHED);
        };
    }

    private Outcome counted(Fate fate, Outcome outcome) {
        counts.count(fate);
        return outcome;
    }
}
