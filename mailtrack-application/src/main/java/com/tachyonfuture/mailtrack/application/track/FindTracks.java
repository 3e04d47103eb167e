package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.application.Page;
import com.tachyonfuture.mailtrack.application.Refusal;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.track.RecipientList;
import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds tracks: one by its id, or page after page those that match. */
public final class FindTracks {

    private static final int LONGEST_QUERY = 500;

    /**
     * What to find.
     *
     * @param query words of recipient, subject or notes, each a prefix; null or blank: no search
     * @param filter the other criteria; its words are those of the query
     * @param limit how many at most, 1 to 1000
     * @param cursor where to go on, from the page before in the same order; null: from the start
     */
    public record Request(
            @Nullable String query,
            TrackFilter filter,
            TrackSort sort,
            int limit,
            @Nullable String cursor) {

        /** All tracks, from the newest. */
        public static Request newest(int limit) {
            return new Request(null, TrackFilter.ALL, TrackSort.CREATED, limit, null);
        }

        /** All tracks of one recipient, from the newest. */
        public static Request ofRecipient(String recipient, int limit, @Nullable String cursor) {
            return new Request(null, TrackFilter.ALL.withRecipient(recipient), TrackSort.CREATED, limit, cursor);
        }
    }

    /** What came of it. */
    public sealed interface Outcome permits Found, Refused {}

    public record Found(Page<TrackSummary> page) implements Outcome {}

    public record Refused(Refusal refusal) implements Outcome {}

    private final Tracks tracks;

    public FindTracks(Tracks tracks) {
        this.tracks = tracks;
    }

    /** One track; empty when there is none. */
    public Optional<TrackSummary> by(TrackId id) {
        return tracks.find(id);
    }

    /** The tracks of one message, in the order of lists; at most {@link RecipientList#LONGEST}. */
    public List<TrackSummary> ofGroup(String messageGroupId) {
        return tracks.ofGroup(messageGroupId, RecipientList.LONGEST);
    }

    /**
     * How many tracks match each of some filters by a group, or by being hot or quiet, in a time that does not depend on
     * how many there are.
     *
     * @param most so many tracks at most are looked at for each filter, so fewer may be found where there are more
     */
    public List<TracksCounted> counted(List<TrackFilter> filters, int most) {
        return tracks.count(filters, most);
    }

    public Outcome matching(Request request) {
        if (!Page.allows(request.limit())) {
            return new Refused(Page.refuseLimit());
        }
        if (isLong(request.query(), LONGEST_QUERY)) {
            return new Refused(Refusal.invalid("q", "has more than " + LONGEST_QUERY + " characters"));
        }
        if (isLong(request.filter().recipient(), TrackDetails.LONGEST_RECIPIENT)) {
            return new Refused(
                    Refusal.invalid("recipient", "has more than " + TrackDetails.LONGEST_RECIPIENT + " characters"));
        }
        if (isLong(request.filter().messageGroupId(), TrackDetails.LONGEST_GROUP)) {
            return new Refused(
                    Refusal.invalid("message_group_id", "has more than " + TrackDetails.LONGEST_GROUP + " characters"));
        }
        if (request.cursor() == null) {
            return page(request, null);
        }
        Optional<TrackPosition> after = TrackPosition.parse(request.sort(), request.cursor());
        return after.isPresent() ? page(request, after.get()) : new Refused(Page.refuseCursor());
    }

    private static boolean isLong(@Nullable String text, int longest) {
        return text != null && text.codePointCount(0, text.length()) > longest;
    }

    private Found page(Request request, @Nullable TrackPosition after) {
        String query = request.query();
        List<String> words = query == null || query.isBlank() ? null : SearchWords.of(query);
        if (words != null && words.isEmpty()) {
            return new Found(new Page<>(List.of(), null));
        }
        List<TrackSummary> found =
                tracks.page(request.filter().withWords(words), request.sort(), after, request.limit() + 1);
        if (found.size() <= request.limit()) {
            return new Found(new Page<>(found, null));
        }
        List<TrackSummary> shown = found.subList(0, request.limit());
        TrackSummary last = shown.get(shown.size() - 1);
        return new Found(
                new Page<>(shown, TrackPosition.of(request.sort(), last).cursor()));
    }
}
