package com.tachyonfuture.mailtrack.bench;

import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.recording.Batch;
import com.tachyonfuture.mailtrack.application.recording.StepTimes;
import com.tachyonfuture.mailtrack.application.recording.port.OpenLog;
import com.tachyonfuture.mailtrack.application.track.CreateTrack;
import com.tachyonfuture.mailtrack.application.track.port.Tracks;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.mysql.Database;
import com.tachyonfuture.mailtrack.mysql.recording.MysqlOpenLog;
import com.tachyonfuture.mailtrack.mysql.track.MysqlTracks;
import com.tachyonfuture.mailtrack.mysql.track.TrackRows;
import com.tachyonfuture.mailtrack.outbound.client.UapClients;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.data.connection.ConnectionOperations;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Fills a database by what the program itself creates tracks and records opens with, only without its spool and its
/// web: so all numbers are as they would be.
///
/// The tables have to be there, and nobody else writes meanwhile. A server that lets itself be told so does not force
/// the disk with each transaction, and has more memory; both end with it, or with the filling.
record Seeding(BenchDatabase server, Access access, Progress progress) {

    private static final int HITS_AT_ONCE = 5_000;
    private static final int OPENS_BETWEEN_WORDS = 500_000;
    private static final Duration REPEAT_WINDOW = Duration.ofMinutes(30);
    private static final String SPOOL = "bench";

    void fill(YearOfMail mail) {
        server.hurry(true);
        try (ApplicationContext context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(access.pool())
                .start()) {
            Database database = database(context);
            database.markReady();
            create(mail, new MysqlTracks(database, context.getBean(TrackRows.class)));
            record(mail, new MysqlOpenLog(database, new StepTimes(System::nanoTime), REPEAT_WINDOW));
        } finally {
            server.hurry(false);
        }
    }

    @SuppressWarnings("unchecked")
    private static Database database(ApplicationContext context) {
        return new Database(context.getBean(Argument.of(ConnectionOperations.class, Connection.class)));
    }

    private void create(YearOfMail mail, Tracks tracks) {
        var filling = new Stopwatch();
        var next = new AtomicInteger();
        var createTrack = new CreateTrack(tracks, () -> mail.id(next.get()), () -> mail.createdAt(next.get()));
        for (; next.get() < mail.tracks(); next.incrementAndGet()) {
            if (!(createTrack.with(new CreateTrack.Request(mail.details(next.get()), null))
                    instanceof CreateTrack.Created)) {
                throw new BenchFailure("A track was refused.");
            }
        }
        progress.say("seed: created %,d tracks in %.0f s", mail.tracks(), filling.seconds());
    }

    private void record(YearOfMail mail, OpenLog log) {
        var filling = new Stopwatch();
        var judging = new Judging(SeedWorld::place, new SeedWorld(), new UapClients(), _ -> false, RuleBook.inForce());
        for (int from = 0; from < mail.opens(); from += HITS_AT_ONCE) {
            List<Hit> hits = mail.hits(from, Math.min(mail.opens(), from + HITS_AT_ONCE));
            log.write(new Batch(SPOOL, from, hits), judging.about(hits));
            if (from % OPENS_BETWEEN_WORDS == 0 && from > 0) {
                progress.say("seed: recorded %,d opens, %,.0f per second", from, from / filling.seconds());
            }
        }
        progress.say("seed: recorded %,d opens in %.0f s", mail.opens(), filling.seconds());
    }
}
