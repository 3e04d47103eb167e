package com.tachyonfuture.mailtrack.application.contract;

import com.tachyonfuture.mailtrack.application.classify.Judge;
import com.tachyonfuture.mailtrack.application.classify.Judged;
import com.tachyonfuture.mailtrack.application.classify.JudgedHit;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.classify.Reviewed;
import com.tachyonfuture.mailtrack.application.classify.Reviewer;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.stats.TrackCounts;
import com.tachyonfuture.mailtrack.application.track.IdempotencyKey;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Confidence;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Reason;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.domain.classify.Viewer;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Believable tracks and hits. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");

    /** Leaves every hit unjudged. */
    public static final Judge UNJUDGED = Judging.none().oneByOne();

    private Samples() {}

    /** Finds the same verdict for every hit, and nothing out about it. */
    public static Judge judge(Verdict verdict) {
        return judge(verdict, Description.NONE);
    }

    public static Judge judge(Verdict verdict, Description description) {
        var judgement = new Judgement(verdict, Reason.NO_EVIDENCE, Confidence.MEDIUM, null);
        return (hit, origin) -> {
            long viewer = Viewer.key(hit.trackId(), hit.address(), hit.userAgent(), judgement);
            return new JudgedHit(hit, description, new Judged(judgement, 3, viewer));
        };
    }

    /** Finds the same verdict for every open, and nothing out about it. */
    public static Reviewer reviewer(Verdict verdict, int ruleBook) {
        return reviewer(verdict, ruleBook, Description.NONE);
    }

    public static Reviewer reviewer(Verdict verdict, int ruleBook, Description description) {
        var judgement = new Judgement(verdict, Reason.NO_EVIDENCE, Confidence.MEDIUM, null);
        return (open, origin) -> {
            IpAddress address = Optional.ofNullable(open.ipAddress())
                    .flatMap(IpAddress::parse)
                    .orElse(null);
            long viewer = Viewer.key(open.trackId(), address, open.userAgent(), judgement);
            return Optional.of(new Reviewed(description, new Judged(judgement, ruleBook, viewer)));
        };
    }

    /** Ids that sort like their numbers. */
    public static TrackId id(int number) {
        return new TrackId("0f6c1a52-3b7e-4d19-9a44-%012d".formatted(number));
    }

    public static Track track(int number) {
        return track(number, NOON.plusSeconds(number));
    }

    public static Track track(int number, Instant createdAt) {
        return new Track(
                id(number),
                new TrackDetails("reader" + number + "@example.com", "Offer " + number, null, null),
                createdAt);
    }

    public static Track track(int number, TrackDetails details) {
        return new Track(id(number), details, NOON.plusSeconds(number));
    }

    public static Hit hit(Track track, Instant at) {
        return new Hit(
                track.id(),
                at,
                IpAddress.parse("2001:db8::17").orElseThrow(),
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1",
                "https://mail.example.com/");
    }

    public static Hit hit(Track track) {
        return hit(track, NOON);
    }

    public static Batch batch(long start, Hit... hits) {
        return new Batch("sample", start, List.of(hits));
    }

    /** The counters where nobody judged: all tracks with opens are read. */
    public static Counts counts(long tracks, long opens, long reads, long openedTracks) {
        var states = new TrackCounts(openedTracks, openedTracks, 0, 0);
        return new Counts(tracks, opens, reads, openedTracks, VerdictCounts.NONE, states);
    }

    /** What came of reads at some times, by somebody whom nobody judged. */
    public static Activity reads(Instant... times) {
        Activity activity = Activity.NONE;
        for (Instant time : times) {
            activity = activity.and(time, true);
        }
        return activity;
    }

    /** A key of 64 hexadecimal digits, each the same. */
    public static IdempotencyKey key(char key, char request) {
        return new IdempotencyKey(
                String.valueOf(key).repeat(64), String.valueOf(request).repeat(64));
    }
}
