package com.tachyonfuture.mailtrack.application.recording;

import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import java.util.List;
import java.util.function.Consumer;

/** Shows the hits in quarantine. */
public final class ListQuarantine {

    /** A hit may have some ten thousand bytes. */
    private static final int PAGE = 100;

    private final Quarantine quarantine;

    public ListQuarantine(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    /** How many there are. */
    public long count() {
        return quarantine.count();
    }

    /** Gives all hits to a reader, those first that were set aside first, without holding many of them at a time. */
    public void each(Consumer<QuarantinedHit> reader) {
        long last = Long.MIN_VALUE;
        for (List<QuarantinedHit> page = quarantine.after(last, PAGE);
                !page.isEmpty();
                page = quarantine.after(last, PAGE)) {
            page.forEach(reader);
            last = page.get(page.size() - 1).id();
        }
    }
}
