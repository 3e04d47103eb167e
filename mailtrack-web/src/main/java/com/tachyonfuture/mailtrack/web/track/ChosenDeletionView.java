package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.util.List;

/// What the question before the deletion of several tracks shows.
///
/// @param opens how many opens will be lost with them, in words
/// @param back the address of the list
public record ChosenDeletionView(String question, List<One> tracks, String opens, String back) {

    /// A track that will be lost.
    ///
    /// @param field the name of the field that says so
    public record One(String field, String recipient, String subject) {}

    static ChosenDeletionView of(List<TrackSummary> tracks, String back, Words words) {
        long opens =
                tracks.stream().mapToLong(summary -> summary.activity().opens()).sum();
        return new ChosenDeletionView(
                words.count("deletion.of-chosen", tracks.size()),
                tracks.stream().map(summary -> one(summary, words)).toList(),
                words.count("deletion.opens", opens),
                back);
    }

    private static One one(TrackSummary summary, Words words) {
        var track = summary.track();
        return new One(
                ChosenForm.PREFIX + track.id().value(),
                Shown.recipient(track.details().recipient(), words),
                Shown.subject(track.details().subject(), words));
    }
}
