package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.Activity;
import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.mysql.RowInsert;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import com.tachyonfuture.mailtrack.mysql.stats.KeptNumbers;
import com.tachyonfuture.mailtrack.mysql.stats.TrackChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// New rows of `tracked_emails`, many at a time, within a transaction.
public final class NewTracks {

    private final Connection connection;
    private final KeptNumbers numbers = new KeptNumbers();

    public NewTracks(Connection connection) {
        this.connection = connection;
    }

    /// Adds tracks that are not there yet, and counts them.
    int addAll(List<Track> tracks) throws SQLException {
        insert(tracks);
        count();
        return tracks.size();
    }

    /// Adds those of some tracks whose ids no track has yet, each of which is among them once; [#count] has to follow.
    ///
    /// @return how many it added
    public int addUnknown(List<Track> tracks) throws SQLException {
        var ids = UsedIds.among(connection, tracks.stream().map(Track::id).toList());
        List<Track> unknown =
                tracks.stream().filter(track -> !ids.contain(track.id())).toList();
        insert(unknown);
        return unknown.size();
    }

    private void insert(List<Track> tracks) throws SQLException {
        var insert = new RowInsert(
                connection,
                "/* tracks.addAll */ INSERT INTO tracked_emails"
                        + " (id, recipient, subject, notes, message_group_id, created_at, created_from, search_text)"
                        + " VALUES ",
                "");
        RowInsert words = SearchIndex.rows(connection);
        for (Track track : tracks) {
            TrackDetails details = track.details();
            String searchText = SearchWords.index(details.recipient(), details.subject(), details.notes());
            insert.value(track.id().value())
                    .value(details.recipient())
                    .value(details.subject())
                    .value(details.notes())
                    .value(details.messageGroupId())
                    .value(track.createdAt() == null ? null : UtcTimes.text(track.createdAt()))
                    .value(Optional.ofNullable(track.createdFrom())
                            .map(IpAddress::toString)
                            .orElse(null))
                    .value(searchText)
                    .endRow();
            words.value(track.id().value()).value(SearchIndex.words(searchText)).endRow();
            numbers.track(
                    new TrackChange(track.id().value(), details.recipient(), track.createdAt(), null, Activity.NONE));
        }
        insert.send();
        words.send();
    }

    /// Counts what was added; the last thing that a transaction does.
    public void count() throws SQLException {
        numbers.applyToAll(connection);
    }
}
