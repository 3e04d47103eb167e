package com.tachyonfuture.mailtrack.mysql.stats;

import com.tachyonfuture.mailtrack.domain.classify.VerdictCounts;
import java.sql.Connection;
import java.sql.SQLException;

/// By how much some work changes what is kept about tracks and opens beside their own rows: the one place that every
/// transaction tells, whatever follows from it.
///
/// The numbers of single tracks, then recipients, come before those that every transaction wants, and the totals
/// last. All are changed in the order of their keys, so that no two transactions wait for each other.
public final class KeptNumbers {

    private final RollupsChange rollups;
    private final RecipientsChange recipients = new RecipientsChange();
    private final CohortsChange cohorts = new CohortsChange();
    private final TotalsChange totals = new TotalsChange();

    public KeptNumbers() {
        this(new RollupsChange());
    }

    /// @param rollups by how much the numbers over time change
    public KeptNumbers(RollupsChange rollups) {
        this.rollups = rollups;
    }

    /// The numbers over time.
    public RollupsChange rollups() {
        return rollups;
    }

    /// The totals.
    public TotalsChange totals() {
        return totals;
    }

    /// So many opens more, of whatever tracks, which [#rollups] are told one by one.
    public KeptNumbers opens(long opens, long reads, VerdictCounts verdicts) {
        totals.opens(opens, reads, verdicts);
        return this;
    }

    /// What becomes of a track.
    public KeptNumbers track(TrackChange change) {
        recipients.add(change);
        cohorts.add(change);
        totals.track(change);
        return this;
    }

    /// Changes the numbers of single tracks, whose rows are locked.
    public void applyToTracks(Connection connection) throws SQLException {
        rollups.applyToTracks(connection);
    }

    /// Changes the numbers over several tracks, whose own rows are as they will be: first those of single recipients.
    public void applyToAll(Connection connection) throws SQLException {
        recipients.apply(connection);
        cohorts.applyAfter(rollups.sums(), connection);
        totals.apply(connection);
    }
}
