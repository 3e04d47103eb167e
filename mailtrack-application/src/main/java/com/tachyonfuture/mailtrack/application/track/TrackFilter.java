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
 * @param messageGroupId the group, letter for letter
 * @param read whether the track was read
 * @param pinned whether the owner pinned it
 * @param stopped whether the owner stopped it
 * @param hotAt hot at that time
 * @param quietAt quiet at that time
 * @param state the state that the track is in
 * @param verdict with at least one open of it
 * @param since created then or later
 * @param until created before then
 */
public record TrackFilter(
        @Nullable List<String> words,
        @Nullable String recipient,
        @Nullable String messageGroupId,
        @Nullable Boolean read,
        @Nullable Boolean pinned,
        @Nullable Boolean stopped,
        @Nullable Instant hotAt,
        @Nullable Instant quietAt,
        @Nullable TrackState state,
        @Nullable Verdict verdict,
        @Nullable Instant since,
        @Nullable Instant until) {

    public static final TrackFilter ALL =
            new TrackFilter(null, null, null, null, null, null, null, null, null, null, null, null);

    public TrackFilter {
        words = words == null ? null : List.copyOf(words);
    }

    public TrackFilter withWords(@Nullable List<String> other) {
        return new TrackFilter(
                other, recipient, messageGroupId, read, pinned, stopped, hotAt, quietAt, state, verdict, since, until);
    }

    public TrackFilter withRecipient(@Nullable String other) {
        return new TrackFilter(
                words, other, messageGroupId, read, pinned, stopped, hotAt, quietAt, state, verdict, since, until);
    }

    public TrackFilter withMessageGroupId(@Nullable String other) {
        return new TrackFilter(
                words, recipient, other, read, pinned, stopped, hotAt, quietAt, state, verdict, since, until);
    }

    public TrackFilter withRead(@Nullable Boolean other) {
        return new TrackFilter(
                words, recipient, messageGroupId, other, pinned, stopped, hotAt, quietAt, state, verdict, since, until);
    }

    public TrackFilter withPinned(@Nullable Boolean other) {
        return new TrackFilter(
                words, recipient, messageGroupId, read, other, stopped, hotAt, quietAt, state, verdict, since, until);
    }

    public TrackFilter withStopped(@Nullable Boolean other) {
        return new TrackFilter(
                words, recipient, messageGroupId, read, pinned, other, hotAt, quietAt, state, verdict, since, until);
    }

    public TrackFilter withHotAt(@Nullable Instant other) {
        return new TrackFilter(
                words, recipient, messageGroupId, read, pinned, stopped, other, quietAt, state, verdict, since, until);
    }

    public TrackFilter withQuietAt(@Nullable Instant other) {
        return new TrackFilter(
                words, recipient, messageGroupId, read, pinned, stopped, hotAt, other, state, verdict, since, until);
    }

    public TrackFilter withState(@Nullable TrackState other) {
        return new TrackFilter(
                words, recipient, messageGroupId, read, pinned, stopped, hotAt, quietAt, other, verdict, since, until);
    }

    public TrackFilter withVerdict(@Nullable Verdict other) {
        return new TrackFilter(
                words, recipient, messageGroupId, read, pinned, stopped, hotAt, quietAt, state, other, since, until);
    }

    /** Of the tracks created at the first instant or later, and before the second. */
    public TrackFilter withCreation(@Nullable Instant first, @Nullable Instant end) {
        return new TrackFilter(
                words, recipient, messageGroupId, read, pinned, stopped, hotAt, quietAt, state, verdict, first, end);
    }
}
