package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.application.stats.Counts;
import com.tachyonfuture.mailtrack.application.stats.TrackCounts;
import com.tachyonfuture.mailtrack.application.stats.port.Totals;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import com.tachyonfuture.mailtrack.mysql.Database;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// [Totals] in the database: a few rows that every change of tracks and opens keeps right, see [TotalsChange].
public final class MysqlTotals implements Totals {

    private final Database database;
    private final TotalRows rows;

    public MysqlTotals(Database database, TotalRows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Counts current() {
        Map<String, Long> values = database.read(connection -> rows.all()).stream()
                .collect(Collectors.toMap(TotalRow::name, TotalRow::value));
        return new Counts(
                values.getOrDefault(TotalsChange.TRACKS, 0L),
                values.getOrDefault(TotalsChange.OPENS, 0L),
                values.getOrDefault(TotalsChange.READS, 0L),
                values.getOrDefault(TotalsChange.OPENED_TRACKS, 0L),
                verdicts(values),
                new TrackCounts(
                        values.getOrDefault(TotalsChange.DELIVERED_TRACKS, 0L),
                        values.getOrDefault(TotalsChange.READ_TRACKS, 0L),
                        values.getOrDefault(TotalsChange.PINNED_TRACKS, 0L),
                        values.getOrDefault(TotalsChange.STOPPED_TRACKS, 0L)));
    }

    private static VerdictCounts verdicts(Map<String, Long> values) {
        return new VerdictCounts(Arrays.stream(Verdict.values())
                .collect(Collectors.toMap(
                        Function.identity(), verdict -> values.getOrDefault(VerdictColumns.of(verdict), 0L))));
    }
}
