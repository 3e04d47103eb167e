package com.tachyonfuture.mailtrack.application.demo;

import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.demo.port.SampleTracks;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Track;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Fills an empty database with sample mails. They go the way of all others: the tracks are created as if at their times,
 * the hits judged and recorded in the order of theirs. So whatever counts opens counts them too.
 */
public final class FillWithSamples {

    /** What came of it. */
    public sealed interface Outcome permits Filled, ThereAlready, NotEmpty {}

    /** The samples are there. */
    public record Filled(int tracks, int opens) implements Outcome {}

    /** There were samples before; nothing was done. */
    public record ThereAlready() implements Outcome {}

    /** There are tracks of the owner's, and no samples; nothing was done. */
    public record NotEmpty() implements Outcome {}

    private static final int BATCH = 500;

    private final SampleTracks samples;
    private final Tracks tracks;
    private final OpenLog log;
    private final Judging judging;

    /**
     * @param judging by places and networks that know the addresses of the samples
     */
    public FillWithSamples(SampleTracks samples, Tracks tracks, OpenLog log, Judging judging) {
        this.samples = samples;
        this.tracks = tracks;
        this.log = log;
        this.judging = judging;
    }

    /**
     * Fills them in.
     *
     * @param spool a name that no spool had before
     */
    public Outcome with(List<SampleMail> mails, String spool) {
        if (!samples.some(1).isEmpty()) {
            return new ThereAlready();
        }
        if (samples.areOthersThere()) {
            return new NotEmpty();
        }
        for (SampleMail mail : mails) {
            create(mail.track());
            mark(mail);
        }
        List<Hit> hits = mails.stream()
                .flatMap(mail -> mail.hits().stream())
                .sorted(Comparator.comparing(Hit::receivedAt))
                .toList();
        return new Filled(mails.size(), record(hits, spool));
    }

    private void create(Track track) {
        var creation = new CreateTrack(tracks, track::id, () -> Objects.requireNonNull(track.createdAt()));
        var request = new CreateTrack.Request(track.details(), null, track.createdFrom());
        if (creation.with(request) instanceof CreateTrack.Refused refused) {
            throw new IllegalArgumentException("a sample track was refused: " + refused.refusal());
        }
    }

    private void mark(SampleMail mail) {
        Instant stoppedAt = mail.stoppedAt();
        if (mail.pinned()) {
            tracks.pin(mail.track().id(), true);
        }
        if (stoppedAt != null) {
            tracks.stop(mail.track().id(), stoppedAt);
        }
    }

    private int record(List<Hit> hits, String spool) {
        int opens = 0;
        for (int from = 0; from < hits.size(); from += BATCH) {
            List<Hit> some = hits.subList(from, Math.min(hits.size(), from + BATCH));
            opens +=
                    log.write(new Batch(spool, from, some), judging.about(some)).opens();
        }
        return opens;
    }
}
