package com.tachyonfuture.mailtrack.app.classify;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tachyonfuture.mailtrack.application.classify.JudgeAgain;
import com.tachyonfuture.mailtrack.application.classify.Judging;
import com.tachyonfuture.mailtrack.application.classify.OwnersAddresses;
import com.tachyonfuture.mailtrack.application.classify.port.History.Scope;
import com.tachyonfuture.mailtrack.application.twin.InMemoryNetworks;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.RuleBook;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class JudgingLoopTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final Judging judging = new Judging(
            _ -> Place.UNKNOWN, new InMemoryNetworks(), _ -> Client.UNKNOWN, _ -> false, new RuleBook(7, List.of()));

    private JudgingLoop loop() {
        return new JudgingLoop(new JudgeAgain(storage.history(), judging), Duration.ofMillis(1));
    }

    private void record() {
        storage.tracks().add(track(1));
        storage.tracks().add(track(2));
        storage.openLog().write(batch(0, hit(track(1))), judge(Verdict.BOT));
        storage.openLog().write(batch(1, hit(track(2)), hit(track(2), NOON.plusSeconds(1))), UNJUDGED);
    }

    @Test
    void whatWasNeverJudgedIsJudgedAndNothingElse() throws InterruptedException {
        record();
        JudgingLoop loop = loop();

        loop.start();

        assertThat(loop.awaitEnd(LONG)).isTrue();
        assertThat(storage.history().neverJudged()).isZero();
        assertThat(storage.totals().current().verdicts().of(Verdict.UNDECIDED)).isEqualTo(2);
        assertThat(storage.totals().current().verdicts().of(Verdict.BOT)).isEqualTo(1);
    }

    @Test
    void whereAllIsJudgedNothingBegins() throws InterruptedException {
        storage.tracks().add(track(1));
        storage.openLog().write(batch(0, hit(track(1))), judge(Verdict.BOT));
        JudgingLoop loop = loop();

        loop.start();

        assertThat(loop.awaitEnd(LONG)).isTrue();
        assertThat(storage.totals().current().verdicts().of(Verdict.BOT)).isEqualTo(1);
    }

    @Test
    void aRunOverAllThatWasInterruptedGoesOn() throws InterruptedException {
        record();
        storage.history().begin(Scope.ALL, 7);
        JudgingLoop loop = loop();

        loop.start();

        assertThat(loop.awaitEnd(LONG)).isTrue();
        assertThat(storage.totals().current().verdicts().of(Verdict.UNDECIDED)).isEqualTo(3);
        assertThat(storage.history().unfinished()).isEmpty();
    }

    @Test
    void aRunThatBeginsLaterIsDoneToo() throws InterruptedException {
        record();
        var loop = new JudgingLoop(
                new JudgeAgain(storage.history(), judging),
                Duration.ofMillis(1),
                Optional.of(Duration.ofMillis(1)),
                LONG);
        loop.start();
        await().atMost(LONG).until(() -> storage.history().neverJudged() == 0);

        storage.history().begin(Scope.ALL, 7);

        await().atMost(LONG).until(() -> storage.history().unfinished().isEmpty());
        loop.stop();
        assertThat(storage.totals().current().verdicts().of(Verdict.UNDECIDED)).isEqualTo(3);
    }

    @Test
    void whileTheDatabaseIsAwayItWaits() throws InterruptedException {
        record();
        storage.storage().goDown();
        JudgingLoop loop = loop();
        loop.start();

        storage.storage().comeBack();

        assertThat(loop.awaitEnd(LONG)).isTrue();
        assertThat(storage.history().neverJudged()).isZero();
    }

    @Test
    void afterAFaultItTriesAgain() throws InterruptedException {
        record();
        var faults = new AtomicInteger(2);
        var owners = new OwnersAddresses() {
            @Override
            public boolean test(IpAddress address) {
                return false;
            }

            @Override
            public void readAgain() {
                if (faults.getAndDecrement() > 0) {
                    throw new IllegalStateException("a fault of this test");
                }
            }
        };
        var judging = new Judging(
                _ -> Place.UNKNOWN, new InMemoryNetworks(), _ -> Client.UNKNOWN, owners, new RuleBook(7, List.of()));
        var loop = new JudgingLoop(
                new JudgeAgain(storage.history(), judging),
                Duration.ofMillis(1),
                Optional.empty(),
                Duration.ofMillis(1));

        loop.start();

        assertThat(loop.awaitEnd(LONG)).isTrue();
        assertThat(storage.history().neverJudged()).isZero();
    }

    @Test
    void itEndsWhenTheServiceStops() throws InterruptedException {
        record();
        storage.storage().goDown();
        JudgingLoop loop = loop();
        loop.start();

        loop.stop();

        await().atMost(LONG).until(() -> loop.awaitEnd(Duration.ofMillis(1)));
        storage.storage().comeBack();
        assertThat(storage.history().neverJudged()).isEqualTo(2);
    }

    @Test
    void oneThatWasNeverStartedStopsAtOnce() throws InterruptedException {
        JudgingLoop loop = loop();

        loop.stop();

        assertThat(storage.history().unfinished()).isEmpty();
    }
}
