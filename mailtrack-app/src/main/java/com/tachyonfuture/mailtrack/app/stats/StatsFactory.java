package com.tachyonfuture.mailtrack.app.stats;

import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeTracks;
import com.tachyonfuture.mailtrack.application.stats.ComputeStats;
import com.tachyonfuture.mailtrack.application.stats.DescribeReaders;
import com.tachyonfuture.mailtrack.application.stats.FollowReads;
import com.tachyonfuture.mailtrack.application.stats.FollowTrack;
import com.tachyonfuture.mailtrack.application.stats.SummarizePeriod;
import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.application.stats.port.Totals;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.stats.MysqlNumbers;
import com.tachyonfuture.mailtrack.mysql.stats.MysqlTotals;
import com.tachyonfuture.mailtrack.mysql.stats.NumbersRebuild;
import com.tachyonfuture.mailtrack.mysql.stats.TotalRows;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.InstantSource;

/// Makes the numbers over all tracks, and over time.
@Factory
final class StatsFactory {

    @Singleton
    Totals totals(Database database, TotalRows rows) {
        return new MysqlTotals(database, rows);
    }

    @Singleton
    ComputeStats computeStats(Totals totals, Opens opens) {
        return new ComputeStats(totals, opens);
    }

    @Singleton
    Numbers numbers(Database database) {
        return new MysqlNumbers(database, InstantSource.system());
    }

    @Singleton
    SummarizePeriod summarizePeriod(Numbers numbers) {
        return new SummarizePeriod(numbers, InstantSource.system());
    }

    @Singleton
    AnalyzeReads analyzeReads(Numbers numbers) {
        return new AnalyzeReads(numbers, InstantSource.system());
    }

    @Singleton
    FollowReads followReads(Numbers numbers) {
        return new FollowReads(numbers, InstantSource.system());
    }

    @Singleton
    FollowTrack followTrack(Numbers numbers) {
        return new FollowTrack(numbers);
    }

    @Singleton
    DescribeReaders describeReaders(Opens opens) {
        return new DescribeReaders(opens);
    }

    @Singleton
    AnalyzeTracks analyzeTracks(FindTracks findTracks, Opens opens) {
        return new AnalyzeTracks(findTracks, opens, InstantSource.system());
    }

    /// For a command: nobody else looks after the tables, so it takes them as they are.
    @Singleton
    RebuildAnswer rebuildAnswer(ConnectionOperations<Connection> connections) {
        var asItIs = new Database(connections);
        asItIs.markReady();
        return new RebuildAnswer(new NumbersRebuild(asItIs), System.out, System.err, System::nanoTime);
    }
}
