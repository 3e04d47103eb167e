package com.tachyonfuture.mailtrack.web.track;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;

/// What the question before a deletion shows.
///
/// @param href the address of the track's page
/// @param opens how many opens will be lost, in words
public record DeletionView(String href, String recipient, String subject, String opens) {

    static DeletionView of(TrackSummary summary) {
        var track = summary.track();
        long opens = summary.activity().opens();
        return new DeletionView(
                "/detail/" + track.id().inPath(),
                Shown.or(track.details().recipient(), "No recipient"),
                Shown.or(track.details().subject(), "No subject"),
                opens == 1 ? "1 open" : Shown.number(opens) + " opens");
    }
}
