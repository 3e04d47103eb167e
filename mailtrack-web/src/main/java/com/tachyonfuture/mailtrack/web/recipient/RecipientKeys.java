package com.tachyonfuture.mailtrack.web.recipient;

import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.web.api.RefusedRequest;

/// The keys of recipients in paths.
final class RecipientKeys {

    private RecipientKeys() {}

    /// @throws RefusedRequest when no recipient can have it
    static RecipientKey parse(String key) {
        return RecipientKey.parse(key).orElseThrow(RecipientKeys::unknown);
    }

    /// Refuses a key that no recipient has.
    static RefusedRequest unknown() {
        return new RefusedRequest(Refusal.notFound("recipient_not_found", "There is no recipient with this key."));
    }
}
