package com.tachyonfuture.mailtrack.app.classify;

import com.tachyonfuture.mailtrack.app.recording.RecordingFactory;
import com.tachyonfuture.mailtrack.app.settings.Settings;
import com.tachyonfuture.mailtrack.application.classify.ExplainJudging;
import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.classify.port.History;
import com.tachyonfuture.mailtrack.application.classify.port.Networks;
import com.tachyonfuture.mailtrack.application.classify.port.Places;
import com.tachyonfuture.mailtrack.application.classify.port.Sources;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlHistory;
import com.tachyonfuture.mailtrack.outbound.place.MaxMindSources;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Makes what judging needs. The files are opened before, where whoever starts it learns what is wrong with them: a
/// command that judges registers [PlaceFiles] itself.
@Factory
final class ClassifyFactory {

    private static final Duration WHILE_BUSY = Duration.ofMillis(50);

    @Singleton
    Places places(PlaceFiles files) {
        return files.places();
    }

    @Singleton
    Networks networks(PlaceFiles files) {
        return files.networks();
    }

    @Singleton
    Sources sources(PlaceFiles files) {
        return new MaxMindSources(files.places(), files.networks());
    }

    @Singleton
    ExplainJudging explainJudging(Sources sources) {
        return new ExplainJudging(RuleBook.inForce(), sources);
    }

    @Singleton
    History history(Database database, Settings settings) {
        return new MysqlHistory(database, settings.recording().repeatWindow());
    }

    @Singleton
    JudgeAgain judgeAgain(History history, @Named(RecordingFactory.OF_HISTORY) Judging judging) {
        return new JudgeAgain(history, judging);
    }

    @Singleton
    JudgingLoop judgingLoop(JudgeAgain judgeAgain) {
        return new JudgingLoop(judgeAgain);
    }

    /// For a command: nobody else looks after the tables, so it takes them as they are.
    @Singleton
    JudgeAnswer judgeAnswer(
            ConnectionOperations<Connection> connections,
            @Named(RecordingFactory.OF_COMMANDS) Judging judging,
            Settings settings) {
        var asItIs = new Database(connections);
        asItIs.markReady();
        var history = new MysqlHistory(asItIs, settings.recording().repeatWindow());
        return new JudgeAnswer(
                new JudgeAgain(history, judging),
                System.out,
                System.err,
                System::nanoTime,
                () -> LockSupport.parkNanos(WHILE_BUSY.toNanos()));
    }

    @Singleton
    PlaceLoop placeLoop(PlaceFiles files) {
        return new PlaceLoop(files::refresh);
    }
}
