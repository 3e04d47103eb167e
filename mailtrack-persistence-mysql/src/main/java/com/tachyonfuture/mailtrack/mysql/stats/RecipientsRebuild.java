package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.mysql.stats.NumbersWalk.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// Counts anew what became of the tracks of each recipient, from the rows of the tracks, whose own counters are right.
///
/// ## Why it may run beside everything else
/// Who changes a track changes the row of its recipient in the same transaction, later. While a recipient's row is
/// locked here, nobody ends such a transaction: what is not seen yet is added afterwards. For that, each statement has
/// to see what was committed before it.
///
/// It goes by the index on the recipients, some tracks at a time, and may be interrupted anywhere and run again.
public final class RecipientsRebuild {

    private static final String BELOW_EVERY_LETTER = "";
    private static final String BELOW_EVERY_KEY = "";

    private final Transactions transactions;
    private final int tracksAtOnce;
    private final LongConsumer progress;

    /// @param transactions in each of which a statement sees what was committed before it
    /// @param progress is told how many tracks were counted, about
    public RecipientsRebuild(Transactions transactions, int tracksAtOnce, LongConsumer progress) {
        this.transactions = transactions;
        this.tracksAtOnce = tracksAtOnce;
        this.progress = progress;
    }

    public void run() throws SQLException {
        long done = 0;
        countUpTo(BELOW_EVERY_LETTER);
        Optional<String> above = Optional.of(BELOW_EVERY_LETTER);
        while (above.isPresent()) {
            String from = above.get();
            above = transactions.run(connection -> countNext(connection, from));
            done += tracksAtOnce;
            progress.accept(done);
        }
        forgetThoseWithoutTracks();
    }

    /// Those that the column takes for equal to a name or puts before it: a tab comes before nothing at all.
    private void countUpTo(String name) throws SQLException {
        transactions.run(connection -> {
            RecipientCount found = RecipientCount.upTo(connection, name);
            found.lock(connection);
            RecipientCount.upTo(connection, name).write(connection, found.keys());
            return true;
        });
    }

    /// @return up to whom it came; empty when there is nobody left
    private Optional<String> countNext(Connection connection, String above) throws SQLException {
        Optional<String> end = end(connection, above);
        if (end.isPresent()) {
            RecipientCount found = RecipientCount.between(connection, above, end.get());
            found.lock(connection);
            SortedSet<RecipientKey> locked = found.keys();
            RecipientCount.between(connection, above, end.get()).write(connection, locked);
        }
        return end;
    }

    private Optional<String> end(Connection connection, String above) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* stats.nextRecipients */
            SELECT MAX(recipient) FROM (
                SELECT recipient FROM tracked_emails WHERE recipient > ? ORDER BY recipient LIMIT ?
            ) batch\
            """)) {
            select.setString(1, above);
            select.setInt(2, tracksAtOnce);
            try (var row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1));
            }
        }
    }

    /// Some recipients, and those of them for whom there is no track.
    private record Some(String lastId, SortedMap<RecipientKey, String> withoutTracks) {}

    private void forgetThoseWithoutTracks() throws SQLException {
        Optional<Some> some = transactions.run(connection -> some(connection, BELOW_EVERY_KEY));
        while (some.isPresent()) {
            for (var row : some.get().withoutTracks().entrySet()) {
                recount(row.getKey(), row.getValue());
            }
            String above = some.get().lastId();
            some = transactions.run(connection -> some(connection, above));
        }
    }

    /// The key may be one that was made of the name in another way once.
    private void recount(RecipientKey key, String name) throws SQLException {
        transactions.run(connection -> {
            RecipientRows.lock(connection, key);
            RecipientCount.of(connection, name).write(connection, List.of(key));
            return true;
        });
    }

    private Optional<Some> some(Connection connection, String above) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* stats.nextRecipientRows */
            SELECT id, name FROM recipients WHERE id > ? ORDER BY id LIMIT ?\
            """)) {
            select.setString(1, above);
            select.setInt(2, tracksAtOnce);
            var names = new LinkedHashMap<String, String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getString(1), rows.getString(2));
                }
            }
            return names.isEmpty() ? Optional.empty() : Optional.of(some(connection, names));
        }
    }

    private static Some some(Connection connection, Map<String, String> names) throws SQLException {
        var withoutTracks = new TreeMap<RecipientKey, String>();
        String lastId = BELOW_EVERY_KEY;
        for (var entry : names.entrySet()) {
            lastId = entry.getKey();
            var key = new RecipientKey(lastId);
            if (!RecipientCount.of(connection, entry.getValue()).keys().contains(key)) {
                withoutTracks.put(key, entry.getValue());
            }
        }
        return new Some(lastId, withoutTracks);
    }
}
