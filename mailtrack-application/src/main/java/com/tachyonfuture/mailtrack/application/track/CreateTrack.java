package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates a track for one e-mail. */
public final class CreateTrack {

    /** How long a key guards against creating the same track twice. */
    public static final Duration KEY_KEPT_FOR = Duration.ofHours(24);

    /**
     * What to create.
     *
     * @param idempotencyKey makes the request safe to send again; 1 to 255 printable ASCII characters
     * @param createdFrom the address of whoever asks: what it fetches soon after is the copy that was sent
     */
    public record Request(
            TrackDetails details,
            @Nullable String idempotencyKey,
            @Nullable IpAddress createdFrom) {

        /** From an address that nobody noted. */
        public Request(TrackDetails details, @Nullable String idempotencyKey) {
            this(details, idempotencyKey, null);
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Created, Refused {}

    /**
     * The track exists.
     *
     * @param repeated an earlier request with the same key had created it
     */
    public record Created(TrackSummary track, boolean repeated) implements Outcome {}

    /** Nothing was created. */
    public record Refused(Refusal refusal) implements Outcome {}

    private final Tracks tracks;
    private final Supplier<TrackId> newIds;
    private final InstantSource clock;

    public CreateTrack(Tracks tracks, Supplier<TrackId> newIds, InstantSource clock) {
        this.tracks = tracks;
        this.newIds = newIds;
        this.clock = clock;
    }

    public Outcome with(Request request) {
        List<Violation> violations = request.details().violations();
        if (!violations.isEmpty()) {
            return new Refused(Refusal.unacceptable(violations));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var track = new Track(newIds.get(), request.details(), now, request.createdFrom());
        if (request.idempotencyKey() == null) {
            tracks.add(track);
            return new Created(TrackSummary.untouched(track), false);
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(request.idempotencyKey(), request.details());
        return key.isPresent() ? once(track, key.get(), now.minus(KEY_KEPT_FOR)) : new Refused(IdempotencyKey.refuse());
    }

    private Outcome once(Track track, IdempotencyKey key, Instant forgetBefore) {
        Tracks.Once once = tracks.addOnce(track, key, forgetBefore);
        return switch (once.addition()) {
            case ADDED -> new Created(TrackSummary.untouched(track), false);
            case REPEATED -> new Created(Objects.requireNonNull(once.earlier()), true);
            case KEY_REUSED -> new Refused(IdempotencyKey.refuseReuse());
            case DELETED_SINCE ->
                new Refused(Refusal.conflict(
                        "track_deleted_since",
                        "The track that was created with this Idempotency-Key has been deleted since."));
        };
    }
}
