package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How the numbers of opens by verdict are called: as columns of `tracked_emails`, and as rows of `totals`.
public final class VerdictColumns {

    private VerdictColumns() {}

    public static String of(Verdict verdict) {
        return verdict.code() + "_opens";
    }

    /// A part of a statement, once for each verdict in their order, with commas between.
    public static String list(Function<String, String> part) {
        return Arrays.stream(Verdict.values()).map(VerdictColumns::of).map(part).collect(Collectors.joining(", "));
    }

    public static VerdictCounts read(ResultSet columns) throws SQLException {
        var counts = new EnumMap<Verdict, Long>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, columns.getLong(of(verdict)));
        }
        return new VerdictCounts(counts);
    }
}
