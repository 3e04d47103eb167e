package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;
import java.util.List;

/// Hits as they come of mail that is sent all the time: four of five soon after the sending, the rest some day, or
/// never. Who reads, and by what, is that of [SampleHits].
///
/// @param sample of the same tracks, which are in the order of their sending
/// @param hits how many there are
record MailHits(SampleHits sample, int hits) {

    /// Of a hundred mails, so many are fetched as new ones.
    private static final int NEW = 2;

    private static final long ANY_ODD_NUMBER = 0x9E37_79B9_7F4A_7C15L;

    static MailHits untilNow(List<String> ids, int hits) {
        return new MailHits(SampleHits.untilNow(ids, hits), hits);
    }

    /// When a track was created.
    Instant createdAt(int track) {
        return sample.hit((int) ((long) track * hits / sample.tracks().size())).receivedAt();
    }

    /// One of them.
    Hit hit(int number) {
        Hit hit = sample.hit(number);
        return new Hit(track(number), hit.receivedAt(), hit.address(), hit.userAgent(), hit.referer());
    }

    private TrackId track(int number) {
        int tracks = sample.tracks().size();
        int sent = (int) ((long) number * tracks / hits) + 1;
        long chance = chance(number);
        boolean soon = chance % 5 != 0;
        int among = soon ? Math.min(sent, Math.max(1, tracks * NEW / 100)) : sent;
        return sample.tracks().get(sent - 1 - (int) (chance / 5 % among));
    }

    /// The same for the same number.
    private static long chance(int number) {
        long mixed = (number + 1) * ANY_ODD_NUMBER;
        return ((mixed ^ (mixed >>> 29)) * ANY_ODD_NUMBER) >>> 20;
    }
}
