package com.tachyonfuture.mailtrack.application.self.port;

import com.tachyonfuture.mailtrack.application.self.OwnAddress;
import com.tachyonfuture.mailtrack.domain.address.Cidr;
import java.util.List;

/** The networks that the owner said are theirs. Every method may block, and throws {@code StorageUnavailable}. */
public interface OwnAddresses {

    /** All, the latest first. */
    List<OwnAddress> all();

    /**
     * Keeps one; what is there already stays as it is.
     *
     * @param most how many there may be; when many are added at the same moment, it may become a few more
     * @return whether it is there now; false when there were so many
     */
    boolean add(OwnAddress address, int most);

    /** Forgets one; false when there is none. */
    boolean remove(Cidr network);
}
