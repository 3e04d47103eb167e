package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.recipient.RecipientKey;
import com.tachyonfuture.mailtrack.mysql.stats.NumbersWalk.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
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

    private static final String BELOW_EVERY_NAME = "";

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
        count(BELOW_EVERY_NAME);
        Optional<String> above = Optional.of(BELOW_EVERY_NAME);
        while (above.isPresent()) {
            String from = above.get();
            above = transactions.run(connection -> countNext(connection, from));
            done += tracksAtOnce;
            progress.accept(done);
        }
        forgetThoseWithoutTracks();
    }

    /// Those that the column takes for equal to a name.
    private void count(String name) throws SQLException {
        transactions.run(connection -> {
            RecipientCount found = RecipientCount.of(connection, name);
            found.lock(connection);
            RecipientCount.of(connection, name).write(connection, found.keys());
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

    private record Stale(String lastId, List<String> names) {}

    private void forgetThoseWithoutTracks() throws SQLException {
        Optional<Stale> some = transactions.run(connection -> stale(connection, ""));
        while (some.isPresent()) {
            for (String name : new TreeSet<>(some.get().names())) {
                recount(name);
            }
            String above = some.get().lastId();
            some = transactions.run(connection -> stale(connection, above));
        }
    }

    private void recount(String name) throws SQLException {
        RecipientKey key = RecipientKey.of(name).orElseThrow();
        transactions.run(connection -> {
            RecipientRows.lock(connection, key);
            RecipientCount.of(connection, name).write(connection, List.of(key));
            return true;
        });
    }

    /// Of some recipients those for whom there seems to be no track.
    private Optional<Stale> stale(Connection connection, String above) throws SQLException {
        try (var select = connection.prepareStatement("""
            /* stats.recipientsWithoutTracks */
            SELECT id, name, EXISTS (SELECT 1 FROM tracked_emails WHERE recipient = name AND %s = %s)
            FROM recipients WHERE id > ? ORDER BY id LIMIT ?\
            """.formatted(folded("recipient"), folded("name")))) {
            select.setString(1, above);
            select.setInt(2, tracksAtOnce);
            String lastId = "";
            var names = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    lastId = rows.getString(1);
                    if (!rows.getBoolean(3)) {
                        names.add(rows.getString(2));
                    }
                }
            }
            return lastId.isEmpty() ? Optional.empty() : Optional.of(new Stale(lastId, names));
        }
    }

    private static String folded(String column) {
        return "CAST(LOWER(" + column + ") AS BINARY)";
    }
}
