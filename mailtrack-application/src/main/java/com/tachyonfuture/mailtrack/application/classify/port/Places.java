package com.tachyonfuture.mailtrack.application.classify.port;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Place;

/** Where addresses are. Never fails, never asks another machine; safe for many threads. */
@FunctionalInterface
public interface Places {

    /** {@link Place#UNKNOWN} where no database knows it, or there is no database. */
    Place of(IpAddress address);
}
