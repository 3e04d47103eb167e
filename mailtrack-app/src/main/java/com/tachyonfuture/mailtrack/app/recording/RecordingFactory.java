package com.tachyonfuture.mailtrack.app.recording;

import com.tachyonfuture.mailtrack.app.database.DatabaseConnection;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.application.recording.DrainHits;
import com.tachyonfuture.mailtrack.application.recording.DrainPace;
import com.tachyonfuture.mailtrack.application.recording.FindOpens;
import com.tachyonfuture.mailtrack.application.recording.HitCounts;
import com.tachyonfuture.mailtrack.application.recording.HitLimit;
import com.tachyonfuture.mailtrack.application.recording.ListQuarantine;
import com.tachyonfuture.mailtrack.application.recording.RecordOpen;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.HitSpool;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import com.tachyonfuture.mailtrack.application.self.OwnersNetworks;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpenLog;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpens;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlQuarantine;
import com.tachyonfuture.mailtrack.mysql.recording.OpenRows;
import com.tachyonfuture.mailtrack.mysql.self.MysqlOwnAddresses;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.InstantSource;

/// Makes the use cases of recording and what they need.
@Factory
public final class RecordingFactory {

    /// The name of what judges for commands.
    public static final String OF_COMMANDS = "commands";

    /// The name of what judges opens again that were recorded.
    public static final String OF_HISTORY = "history";

    @Singleton
    HitCounts hitCounts() {
        return new HitCounts();
    }

    @Singleton
    HitLimit hitLimit(Settings settings) {
        TrustedProxies proxies = settings.server().trusted();
        return settings.recording()
                .pace()
                .map(pace -> HitLimit.of(pace, proxies, new SecureRandom().nextLong(), System::nanoTime))
                .orElseGet(HitLimit::none);
    }

    @Singleton
    RecordOpen recordOpen(HitSpool spool, HitCounts counts, HitLimit limit) {
        return new RecordOpen(spool, InstantSource.system(), counts, limit);
    }

    @Singleton
    StepTimes stepTimes() {
        return new StepTimes(System::nanoTime);
    }

    @Singleton
    OpenLog openLog(Database database, StepTimes times, Settings settings) {
        return new MysqlOpenLog(database, times, settings.recording().repeatWindow());
    }

    @Singleton
    Quarantine quarantine(Database database, Settings settings) {
        return new MysqlQuarantine(database, settings.recording().repeatWindow());
    }

    /// For a command: nobody else looks after the tables, so it takes them as they are.
    @Singleton
    QuarantineAnswer quarantineAnswer(
            ConnectionOperations<Connection> connections, @Named(OF_COMMANDS) Judging judging, Settings settings) {
        var asItIs = new Database(connections);
        asItIs.markReady();
        var quarantine = new MysqlQuarantine(asItIs, settings.recording().repeatWindow());
        return new QuarantineAnswer(quarantine, judging, System.out);
    }

    @Singleton
    Opens opens(Database database, OpenRows rows) {
        return new MysqlOpens(database, rows);
    }

    @Singleton
    FindOpens findOpens(Tracks tracks, Opens opens) {
        return new FindOpens(tracks, opens);
    }

    @Singleton
    @Primary
    Judging judging(Places places, Networks networks, Clients clients, OwnersNetworks owners) {
        return new Judging(places, networks, clients, owners, RuleBook.inForce());
    }

    @Singleton
    @Named(OF_HISTORY)
    Judging judgingOfHistory(
            Places places, Networks networks, @Named(OF_HISTORY) Clients clients, OwnersNetworks owners) {
        return judging(places, networks, clients, owners);
    }

    /// For a command: nobody else looks after the tables, so the owner's addresses are read from them as they are.
    @Singleton
    @Named(OF_COMMANDS)
    Judging judgingOfCommands(
            ConnectionOperations<Connection> connections,
            Places places,
            Networks networks,
            Clients clients,
            OwnersNetworks owners) {
        var asItIs = new Database(connections);
        asItIs.markReady();
        return judging(places, networks, clients, owners.readFrom(new MysqlOwnAddresses(asItIs)));
    }

    @Singleton
    DrainHits drainHits(
            HitSpool spool, OpenLog log, Judging judging, HitCounts counts, StepTimes times, Settings settings) {
        return new DrainHits(
                spool, log, judging, counts, times, settings.recording().batchSize());
    }

    @Singleton
    QuarantineSize quarantineSize(Quarantine quarantine) {
        return new QuarantineSize(new ListQuarantine(quarantine), System::nanoTime);
    }

    @Singleton
    DrainLoop drainLoop(
            DrainHits drainHits,
            HitCounts counts,
            QuarantineSize quarantineSize,
            Settings settings,
            DatabaseConnection database) {
        var losses = new LossReport(counts, quarantineSize, System::nanoTime);
        return new DrainLoop(drainHits, pace(counts, settings.recording()), losses, database::revive);
    }

    private static DrainPace pace(HitCounts counts, Settings.Recording settings) {
        return new DrainPace(counts, settings.batchSize(), settings.flushInterval(), settings.spoolLimit());
    }
}
