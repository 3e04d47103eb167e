package com.tachyonfuture.mailtrack.application.classify;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Judgement;
import com.tachyonfuture.mailtrack.domain.classify.Viewer;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Who looked when an open was recorded. */
final class Viewers {

    private Viewers() {}

    /** By which {@link Viewer} it counts; empty where it was not judged or its time is not known. */
    static OptionalLong of(Open open) {
        Judgement judgement = open.judgement();
        return judgement == null || open.openedAt() == null
                ? OptionalLong.empty()
                : OptionalLong.of(Viewer.key(open.trackId(), address(open), open.userAgent(), judgement));
    }

    /** Null also where a database that we took over has some other text there. */
    static @Nullable IpAddress address(Open open) {
        String text = open.ipAddress();
        return text == null ? null : IpAddress.parse(text).orElse(null);
    }
}
