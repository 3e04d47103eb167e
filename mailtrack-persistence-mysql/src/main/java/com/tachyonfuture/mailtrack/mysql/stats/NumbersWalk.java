package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.mysql.Work;
import com.tachyonfuture.mailtrack.mysql.stats.NumbersRepair.Missing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts the numbers over all tracks right, day by day, see [NumbersRepair].
public final class NumbersWalk {

    /// How work gets its transactions. Each takes a snapshot when it reads first.
    public interface Transactions {
        <T> T run(Work<T> work) throws SQLException;
    }

    private final Transactions transactions;
    private final Consumer<Instant> progress;

    /// @param progress is told of each day that is done
    public NumbersWalk(Transactions transactions, Consumer<Instant> progress) {
        this.transactions = transactions;
        this.progress = progress;
    }

    public void run() throws SQLException {
        Optional<Instant> day = nextDay(Range.EVER.from());
        while (day.isPresent()) {
            Instant done = day.get();
            add(connection -> NumbersRepair.ofDay(connection, done));
            progress.accept(done);
            day = nextDay(Level.DAY.next(done));
            Instant month = Level.MONTH.start(done);
            if (day.isEmpty() || !Level.MONTH.start(day.get()).equals(month)) {
                add(connection -> NumbersRepair.ofMonth(connection, month));
            }
        }
        add(NumbersRepair::ofTotals);
    }

    private Optional<Instant> nextDay(Instant from) throws SQLException {
        return transactions.run(connection -> NumbersRepair.nextDay(connection, from));
    }

    private void add(Work<Missing> search) throws SQLException {
        Missing missing = transactions.run(search);
        transactions.run(missing.addition());
    }
}
