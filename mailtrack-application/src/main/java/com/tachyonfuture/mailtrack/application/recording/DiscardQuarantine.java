package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import java.util.List;

/** Forgets hits in quarantine for good. */
public final class DiscardQuarantine {

    private static final int PAGE = 100;

    private final Quarantine quarantine;

    public DiscardQuarantine(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** Forgets one hit; false when there is no such hit. */
    public boolean one(long id) {
        return quarantine.discard(List.of(id)) == 1;
    }

    /** Forgets all hits; how many there were. */
    public long all() {
        long discarded = 0;
        for (List<QuarantinedHit> page = firstPage(); !page.isEmpty(); page = firstPage()) {
            discarded +=
                    quarantine.discard(page.stream().map(QuarantinedHit::id).toList());
        }
        return discarded;
    }

    private List<QuarantinedHit> firstPage() {
        return quarantine.after(Long.MIN_VALUE, PAGE);
    }
}
