package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.time.Instant;

/** A made-up hit as there are most: if it can't be recorded, hardly any other can. */
public final class UsualHit {

    private static final Instant RECEIVED_AT = Instant.parse("2026-01-01T12:00:00.123456Z");
    private static final String USER_AGENT =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0"
                    + " Safari/537.36";

    private UsualHit() {}

    public static Hit of(TrackId track) {
        return new Hit(
                track,
                RECEIVED_AT,
                IpAddress.parse("192.0.2.1").orElse(null),
                USER_AGENT,
                "https://mail.example.com/inbox");
    }
}
