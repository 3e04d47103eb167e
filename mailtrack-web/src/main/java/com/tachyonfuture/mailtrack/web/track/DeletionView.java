package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.web.words.Words;

/// What the question before a deletion shows.
///
/// @param href the address of the track's page
/// @param opens how many opens will be lost, in words
public record DeletionView(String href, String recipient, String subject, String opens) {

    static DeletionView of(TrackSummary summary, Words words) {
        var track = summary.track();
        long opens = summary.activity().opens();
        return new DeletionView(
                "/detail/" + track.id().inPath(),
                Shown.recipient(track.details().recipient(), words),
                Shown.subject(track.details().subject(), words),
                words.count("deletion.opens", opens));
    }
}
