package com.tachyonfuture.mailtrack.mysql;

import com.tachyonfuture.mailtrack.application.access.port.ApiKeys;
import com.tachyonfuture.mailtrack.application.access.port.OwnerPassword;
import com.tachyonfuture.mailtrack.application.access.port.Sessions;
import com.tachyonfuture.mailtrack.application.access.port.SignInFailures;
import com.tachyonfuture.mailtrack.application.classify.port.History;
import com.tachyonfuture.mailtrack.application.contract.StorageFixture;
import com.tachyonfuture.mailtrack.application.live.port.Arrivals;
import com.tachyonfuture.mailtrack.application.recipient.port.Recipients;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.recording.port.Opens;
import com.tachyonfuture.mailtrack.application.recording.port.Quarantine;
import com.tachyonfuture.mailtrack.application.self.port.OwnAddresses;
import com.tachyonfuture.mailtrack.application.stats.port.Numbers;
import com.tachyonfuture.mailtrack.application.stats.port.Totals;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.application.transfer.port.Imports;
import com.tachyonfuture.mailtrack.mysql.access.MysqlApiKeys;
import com.tachyonfuture.mailtrack.mysql.access.MysqlOwnerPassword;
import com.tachyonfuture.mailtrack.mysql.access.MysqlSessions;
import com.tachyonfuture.mailtrack.mysql.access.MysqlSignInFailures;
import com.tachyonfuture.mailtrack.mysql.live.MysqlArrivals;
import com.tachyonfuture.mailtrack.mysql.recipient.MysqlRecipients;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlHistory;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpenLog;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpens;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlQuarantine;
import com.tachyonfuture.mailtrack.mysql.recording.OpenRows;
import com.tachyonfuture.mailtrack.mysql.self.MysqlOwnAddresses;
import com.tachyonfuture.mailtrack.mysql.stats.MysqlNumbers;
import com.tachyonfuture.mailtrack.mysql.stats.MysqlTotals;
import com.tachyonfuture.mailtrack.mysql.stats.TotalRows;
import com.tachyonfuture.mailtrack.mysql.testing.TestDatabase;
import com.tachyonfuture.mailtrack.mysql.track.MysqlTracks;
import com.tachyonfuture.mailtrack.mysql.track.TrackRows;
import com.tachyonfuture.mailtrack.mysql.transfer.MysqlImports;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;

/// The adapters over a database whose tables are as this program needs them, with whatever rows.
public final class Adapters implements StorageFixture, AutoCloseable {

    private final ApplicationContext context;
    private final Database database;

    private Adapters(ApplicationContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    public static Adapters over(TestDatabase migrated) {
        var context = MysqlFixture.contextFor(migrated.url(), migrated.user(), migrated.password());
        var database = MysqlFixture.database(context);
        database.markReady();
        return new Adapters(context, database);
    }

    @Override
    public Tracks tracks() {
        return new MysqlTracks(database, context.getBean(TrackRows.class));
    }

    @Override
    public Opens opens() {
        return new MysqlOpens(database, context.getBean(OpenRows.class));
    }

    @Override
    public Arrivals arrivals() {
        return new MysqlArrivals(database);
    }

    @Override
    public OpenLog openLog() {
        return new MysqlOpenLog(database, new StepTimes(System::nanoTime), REPEAT_WINDOW);
    }

    @Override
    public Quarantine quarantine() {
        return new MysqlQuarantine(database, REPEAT_WINDOW);
    }

    @Override
    public History history() {
        return new MysqlHistory(database, REPEAT_WINDOW);
    }

    @Override
    public Totals totals() {
        return new MysqlTotals(database, context.getBean(TotalRows.class));
    }

    @Override
    public Numbers numbers() {
        return new MysqlNumbers(database, InstantSource.system());
    }

    @Override
    public Recipients recipients() {
        return new MysqlRecipients(database);
    }

    @Override
    public OwnerPassword ownerPassword() {
        return new MysqlOwnerPassword(database);
    }

    @Override
    public Sessions sessions() {
        return new MysqlSessions(database);
    }

    @Override
    public SignInFailures signInFailures() {
        return new MysqlSignInFailures(database);
    }

    @Override
    public ApiKeys apiKeys() {
        return new MysqlApiKeys(database);
    }

    @Override
    public OwnAddresses ownAddresses() {
        return new MysqlOwnAddresses(database);
    }

    @Override
    public Imports imports() {
        return new MysqlImports(database);
    }

    @Override
    public void close() {
        context.close();
    }
}
