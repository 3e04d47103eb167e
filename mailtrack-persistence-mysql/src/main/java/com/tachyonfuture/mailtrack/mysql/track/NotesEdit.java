package com.tachyonfuture.mailtrack.mysql.track;

import com.tachyonfuture.mailtrack.domain.track.SearchWords;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Replaces the notes on a track and the words it is found by, within a transaction.
final class NotesEdit {

    private final Connection connection;

    NotesEdit(Connection connection) {
        this.connection = connection;
    }

    boolean of(TrackId id, @Nullable String notes) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* tracks.lockTexts */ SELECT id, recipient, subject FROM tracked_emails WHERE id = ? FOR UPDATE\
            """)) {
            select.setString(1, id.value());
            try (var row = select.executeQuery()) {
                if (!row.next() || !new TrackId(row.getString("id")).equals(id)) {
                    return false;
                }
                write(
                        row.getString("id"),
                        notes,
                        SearchWords.index(row.getString("recipient"), row.getString("subject"), notes));
                return true;
            }
        }
    }

    private void write(String id, @Nullable String notes, String searchText) throws SQLException {
        try (var update = connection.prepareStatement("""
            /* tracks.editNotes */ UPDATE tracked_emails SET notes = ?, search_text = ? WHERE id = ?\
            """)) {
            update.setString(1, notes);
            update.setString(2, searchText);
            update.setString(3, id);
            update.executeUpdate();
        }
        SearchIndex.put(connection, id, searchText);
    }
}
