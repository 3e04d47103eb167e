package com.tachyonfuture.mailtrack.application.live.port;

import com.tachyonfuture.mailtrack.application.live.Arrival;
import java.util.List;

/**
 * The opens of all tracks by their arrival, whichever instance recorded them. One may appear after others with larger
 * ids did, since several instances record at the same time. Every method may block, and throws
 * {@code StorageUnavailable}.
 */
public interface Arrivals {

    /** The largest id of all opens; 0 when there is none. */
    long latest();

    /**
     * Opens with larger ids than one, in the order of their ids.
     *
     * @param limit how many at most
     */
    List<Arrival> after(long id, int limit);
}
