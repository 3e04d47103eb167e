package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.RecipientList;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates a track for each recipient of one message, all or none; what they have in common is their group. */
public final class CreateTracks {

    /**
     * What to create.
     *
     * @param recipients one track each, 1 to {@link RecipientList#LONGEST}
     * @param common what all have in common; where it names no group, a new one is made, and its recipient is not
     *     looked at
     * @param idempotencyKey makes the request safe to send again; 1 to 255 printable ASCII characters
     * @param createdFrom the address of whoever asks
     */
    public record Request(
            List<String> recipients,
            TrackDetails common,
            @Nullable String idempotencyKey,
            @Nullable IpAddress createdFrom) {

        public Request {
            recipients = List.copyOf(recipients);
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Created, Refused {}

    /**
     * The tracks exist, in the order of their recipients.
     *
     * @param repeated an earlier request with the same key had created them; those deleted since are left out
     */
    public record Created(List<TrackSummary> tracks, boolean repeated) implements Outcome {

        public Created {
            tracks = List.copyOf(tracks);
        }

        /** What all have in common. */
        public String group() {
            return String.valueOf(tracks.get(0).track().details().messageGroupId());
        }
    }

    /** Nothing was created. */
    public record Refused(Refusal refusal) implements Outcome {}

    private final Tracks tracks;
    private final Supplier<TrackId> newIds;
    private final InstantSource clock;

    public CreateTracks(Tracks tracks, Supplier<TrackId> newIds, InstantSource clock) {
        this.tracks = tracks;
        this.newIds = newIds;
        this.clock = clock;
    }

    public Outcome with(Request request) {
        List<Violation> violations = violations(request);
        if (!violations.isEmpty()) {
            return new Refused(Refusal.unacceptable(violations));
        }
        List<Track> made = make(request);
        if (request.idempotencyKey() == null) {
            tracks.addAll(made);
            return untouched(made);
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(
                request.idempotencyKey(), details(request, request.common().messageGroupId()));
        return key.isPresent() ? once(made, key.get()) : new Refused(IdempotencyKey.refuse());
    }

    private static List<Violation> violations(Request request) {
        int count = request.recipients().size();
        if (count == 0) {
            return List.of(new Violation("recipients", "must have at least one entry"));
        }
        if (count > RecipientList.LONGEST) {
            return List.of(new Violation(
                    "recipients", "has " + count + " entries; at most " + RecipientList.LONGEST + " are allowed"));
        }
        TrackDetails common = request.common();
        var found = new ArrayList<>(
                new TrackDetails(null, common.subject(), common.notes(), common.messageGroupId()).violations());
        for (int i = 0; i < count; i++) {
            String field = "recipients[" + i + "]";
            new TrackDetails(request.recipients().get(i), null, null, null)
                    .violations()
                    .forEach(violation -> found.add(new Violation(field, violation.message())));
        }
        return found;
    }

    /** Each a little older than the one before, so that lists show them in their order. */
    private List<Track> make(Request request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String group = request.common().messageGroupId();
        List<TrackDetails> details =
                details(request, group == null ? newIds.get().value() : group);
        var made = new ArrayList<Track>();
        for (TrackDetails each : details) {
            made.add(new Track(newIds.get(), each, now.minus(made.size(), ChronoUnit.MICROS), request.createdFrom()));
        }
        return made;
    }

    private static List<TrackDetails> details(Request request, @Nullable String group) {
        TrackDetails common = request.common();
        return request.recipients().stream()
                .map(recipient -> new TrackDetails(recipient, common.subject(), common.notes(), group))
                .toList();
    }

    private Outcome once(List<Track> made, IdempotencyKey key) {
        Instant forgetBefore = clock.instant().minus(CreateTrack.KEY_KEPT_FOR);
        Tracks.AllOnce once = tracks.addAllOnce(made, key, forgetBefore);
        return switch (once.addition()) {
            case ADDED -> untouched(made);
            case REPEATED -> new Created(once.earlier(), true);
            case KEY_REUSED -> new Refused(IdempotencyKey.refuseReuse());
            case DELETED_SINCE ->
                new Refused(Refusal.conflict(
                        "track_deleted_since",
                        "The tracks that were created with this Idempotency-Key have been deleted since."));
        };
    }

    private static Created untouched(List<Track> made) {
        return new Created(made.stream().map(TrackSummary::untouched).toList(), false);
    }
}
