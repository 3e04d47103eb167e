package com.tachyonfuture.mailtrack.application.recipient.port;

import com.tachyonfuture.mailtrack.application.StorageUnavailable;
import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.recipient.RecipientPosition;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everybody for whom there are tracks. They come and go with these, and what is said of them is right as soon as the
 * tracks and opens are stored. Every method blocks, and throws {@link StorageUnavailable} when the storage can't
 * answer.
 */
public interface Recipients {

    /**
     * Some recipients, in order. How many there are in all makes no difference to the time that it takes.
     *
     * @param prefix what names begin with, as they are compared; then they are sorted by name. Empty: any
     * @param after in the same order; null: from the beginning
     */
    List<Recipient> page(RecipientSort sort, String prefix, @Nullable RecipientPosition after, int limit);

    /** One recipient; empty when there is no track for them. */
    Optional<Recipient> find(RecipientKey key);

    /**
     * How long it took until each track of a recipient was read for the first time, of those that were, in no order.
     *
     * @param newest of so many tracks, those that were created last
     */
    List<Duration> timesToFirstRead(Recipient recipient, int newest);
}
