package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;

/// The rows of `recipients`.
final class RecipientRows {

    /// All that is written.
    static final String COLUMNS =
            "id, name, sort_text, sent_tracks, delivered_tracks, read_tracks, read_count, last_read_at";

    private RecipientRows() {}

    /// Has nobody else change what is there of a recipient until the transaction ends.
    static void lock(Connection connection, RecipientKey key) throws SQLException {
        try (var select = connection.prepareStatement(
                "/* stats.lockRecipient */ SELECT 1 FROM recipients WHERE id = ? FOR UPDATE")) {
            select.setString(1, key.value());
            select.executeQuery().close();
        }
    }

    /// Removes those of some that have no track any more.
    static void forgetThoseWithoutTracks(Connection connection, Collection<RecipientKey> keys) throws SQLException {
        delete(connection, keys, " AND sent_tracks <= 0");
    }

    /// Removes some.
    static void forget(Connection connection, Collection<RecipientKey> keys) throws SQLException {
        delete(connection, keys, "");
    }

    private static void delete(Connection connection, Collection<RecipientKey> keys, String condition)
            throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement(
                """
                /* stats.forgetRecipients */
                DELETE FROM recipients WHERE id IN (%s)%s\
                """.formatted(String.join(", ", Collections.nCopies(keys.size(), "?")), condition))) {
            int parameter = 0;
            for (RecipientKey key : keys) {
                delete.setString(++parameter, key.value());
            }
            delete.executeUpdate();
        }
    }
}
