package com.tachyonfuture.mailtrack.app.demo;

import com.tachyonfuture.mailtrack.app.recording.RecordingFactory;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.classify.port.Clients;
import com.tachyonfuture.mailtrack.application.demo.FillWithSamples;
import com.tachyonfuture.mailtrack.application.demo.FindSamples;
import com.tachyonfuture.mailtrack.application.demo.RemoveSamples;
import com.tachyonfuture.mailtrack.application.demo.port.SampleTracks;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.demo.MysqlSampleTracks;
import com.tachyonfuture.mailtrack.mysql.track.MysqlTracks;
import com.tachyonfuture.mailtrack.mysql.track.TrackRows;
import com.tachyonfuture.mailtrack.outbound.sample.SampleAddresses;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.InstantSource;

/// Makes what fills in sample data and takes them out.
@Factory
final class DemoFactory {

    @Singleton
    SampleTracks sampleTracks(Database database) {
        return new MysqlSampleTracks(database);
    }

    @Singleton
    FindSamples findSamples(SampleTracks samples) {
        return new FindSamples(samples);
    }

    @Singleton
    @Primary
    RemoveSamples removeSamples(SampleTracks samples, Tracks tracks) {
        return new RemoveSamples(samples, tracks);
    }

    /// For a command: nobody else looks after the tables, so it takes them as they are.
    @Singleton
    @Named(RecordingFactory.OF_COMMANDS)
    RemoveSamples removeSamplesOfCommands(ConnectionOperations<Connection> connections, TrackRows rows) {
        var asItIs = new Database(connections);
        asItIs.markReady();
        return new RemoveSamples(new MysqlSampleTracks(asItIs), new MysqlTracks(asItIs, rows));
    }

    @Singleton
    DemoFilling demoFilling(SampleTracks samples, Tracks tracks, OpenLog log, Clients clients, Settings settings) {
        var judging = new Judging(
                SampleAddresses.places(),
                SampleAddresses.networks(),
                clients,
                SampleAddresses::isOwn,
                RuleBook.inForce());
        return new DemoFilling(
                new FillWithSamples(samples, tracks, log, judging),
                InstantSource.system(),
                settings.owner().displayZone());
    }
}
