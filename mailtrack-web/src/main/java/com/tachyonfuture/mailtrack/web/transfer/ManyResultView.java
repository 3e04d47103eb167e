package com.tachyonfuture.mailtrack.web.transfer;

import com.tachyonfuture.mailtrack.application.track.TrackSummary;
import com.tachyonfuture.mailtrack.domain.track.Snippets;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.web.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The tracks of a message to many, with what goes into each mail.
///
/// @param subject of the message
/// @param created that they were just made; null where they were not
/// @param repeats that some were in the list more than once; null where none was
/// @param mergeHref where the file for mail merge is
public record ManyResultView(
        String subject,
        @Nullable String created,
        @Nullable String repeats,
        String count,
        String mergeHref,
        List<Line> lines) {

    /// One of them.
    ///
    /// @param id of its field on the page
    /// @param label of that field, for those who don't see it
    /// @param copy what its button says, for those who don't see it
    public record Line(String id, String recipient, String href, String html, String label, String copy) {}

    /// @param tracks at least one
    static ManyResultView of(List<TrackSummary> tracks, boolean created, long repeats, String baseUrl, Words words) {
        var lines = new ArrayList<Line>();
        for (TrackSummary summary : tracks) {
            lines.add(line("snippet-" + lines.size(), summary.track(), baseUrl, words));
        }
        Track first = tracks.getFirst().track();
        String group = Objects.requireNonNullElse(first.details().messageGroupId(), "");
        String subject = first.details().subject();
        return new ManyResultView(
                subject == null || subject.isBlank() ? words.of("track.no-subject") : subject,
                created ? words.count("many.created", tracks.size()) : null,
                repeats > 0 ? words.count("many.repeats", repeats) : null,
                words.count("many.count", tracks.size()),
                "/export/merge.csv?message_group_id=" + encode(group),
                List.copyOf(lines));
    }

    private static Line line(String id, Track track, String baseUrl, Words words) {
        String recipient = track.details().recipient();
        String shown = recipient == null || recipient.isBlank() ? words.of("track.no-recipient") : recipient;
        return new Line(
                id,
                shown,
                "/detail/" + track.id().inPath(),
                Snippets.of(baseUrl, track.id()).html(),
                words.of("many.html-for", shown),
                words.of("many.copy-for", shown));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
