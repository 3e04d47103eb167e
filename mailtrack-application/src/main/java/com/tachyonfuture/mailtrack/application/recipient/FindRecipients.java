package com.tachyonfuture.mailtrack.application.recipient;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.recipient.port.Recipients;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.domain.recipient.RecipientName;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds recipients: one by the key, or page after page. */
public final class FindRecipients {

    /** Half of so many tracks, the newest, were read within the median time. */
    public static final int TRACKS_OF_MEDIAN = 1_000;

    /**
     * What to find.
     *
     * @param query how the name begins; null or blank: any. Who is looked up comes by name
     * @param sort the order, unless somebody is looked up
     * @param limit how many at most, 1 to 1000
     * @param cursor where to go on, from the page before in the same order; null: from the start
     */
    public record Request(
            @Nullable String query,
            RecipientSort sort,
            int limit,
            @Nullable String cursor) {

        RecipientSort order() {
            return prefix().isEmpty() ? sort : RecipientSort.NAME;
        }

        String prefix() {
            return query == null ? "" : RecipientName.folded(query);
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Found, Refused {}

    public record Found(Page<Recipient> page) implements Outcome {}

    public record Refused(Refusal refusal) implements Outcome {}

    private final Recipients recipients;

    public FindRecipients(Recipients recipients) {
        this.recipients = recipients;
    }

    /** One recipient; empty when there is no track for them. */
    public Optional<Recipient> by(RecipientKey key) {
        return recipients.find(key);
    }

    public Outcome matching(Request request) {
        if (!Page.allows(request.limit())) {
            return new Refused(Page.refuseLimit());
        }
        String query = request.query();
        if (query != null && query.codePointCount(0, query.length()) > TrackDetails.LONGEST_RECIPIENT) {
            return new Refused(Refusal.invalid("q", "has more than " + TrackDetails.LONGEST_RECIPIENT + " characters"));
        }
        if (request.cursor() == null) {
            return page(request, null);
        }
        Optional<RecipientPosition> after = RecipientPosition.parse(request.order(), request.cursor());
        return after.isPresent() ? page(request, after.get()) : new Refused(Page.refuseCursor());
    }

    private Found page(Request request, @Nullable RecipientPosition after) {
        RecipientSort order = request.order();
        List<Recipient> found = recipients.page(order, request.prefix(), after, request.limit() + 1);
        if (found.size() <= request.limit()) {
            return new Found(new Page<>(found, null));
        }
        List<Recipient> shown = found.subList(0, request.limit());
        Recipient last = shown.get(shown.size() - 1);
        return new Found(new Page<>(shown, RecipientPosition.of(last, order).cursor()));
    }

    /** Within how long half of what a recipient read was read for the first time; empty where they read nothing. */
    public Optional<Duration> medianToFirstRead(Recipient recipient) {
        List<Duration> times = recipients.timesToFirstRead(recipient, TRACKS_OF_MEDIAN).stream()
                .sorted()
                .toList();
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get((times.size() - 1) / 2));
    }
}
