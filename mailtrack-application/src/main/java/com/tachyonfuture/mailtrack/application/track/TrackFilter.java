package com.tachyonfuture.mailtrack.application.track;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.track.TrackState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tracks to find; null leaves a criterion out.
 *
 * @param words each a prefix of a word in recipient, subject or notes (see {@code SearchWords}); null: no search
 * @param recipient the whole recipient, in any case
 * @param read whether the track was read
 * @param state the state that the track is in
 * @param verdict with at least one open of it
 * @param since created then or later
 * @param until created before then
 */
public record TrackFilter(
        @Nullable List<String> words,
        @Nullable String recipient,
        @Nullable Boolean read,
        @Nullable TrackState state,
        @Nullable Verdict verdict,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final TrackFilter ALL = new TrackFilter(null, null, null, null, null, null, null);

    public TrackFilter {
        words = words == null ? null : List.copyOf(words);
    }
}
