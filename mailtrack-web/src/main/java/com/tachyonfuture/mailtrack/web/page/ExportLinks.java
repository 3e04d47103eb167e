package com.tachyonfuture.mailtrack.web.page;

import com.tachyonfuture.mailtrack.domain.track.TrackId;

/// Where the same things are to be had as files.
///
/// @param label the key of what they are
public record ExportLinks(String csv, String json, String label) {

    /// Of tracks.
    ///
    /// @param query what the overview was asked for, as it stands in its address after `?`; empty for all
    public static ExportLinks ofTracks(String query) {
        String asked = query.isEmpty() ? "" : "?" + query;
        return new ExportLinks("/export/tracks.csv" + asked, "/export/tracks.json" + asked, "export.tracks");
    }

    /// Of the opens of a track.
    public static ExportLinks ofOpens(TrackId track) {
        String asked = "?track_id=" + track.inPath();
        return new ExportLinks("/export/opens.csv" + asked, "/export/opens.json" + asked, "export.opens");
    }
}
