package com.tachyonfuture.mailtrack.web.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class AnswersTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Answers answers = new Answers(channel.eventLoop());
    private final List<String> given = new CopyOnWriteArrayList<>();

    private CompletableFuture<String> owe(String answer) {
        var kept = new CompletableFuture<String>();
        answers.giveWhen(kept, () -> given.add(answer));
        return kept;
    }

    private void pass(long milliseconds) {
        channel.advanceTimeBy(milliseconds, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void eachIsGivenWhenItsHitIsKept() {
        var _ = owe("a");
        CompletableFuture<String> second = owe("b");

        second.complete("kept");

        assertThat(given).containsExactly("b");
    }

    @Test
    void eachIsGivenWhenItsHitIsSurelyNotKept() {
        owe("a").completeExceptionally(new IllegalStateException());

        assertThat(given).containsExactly("a");
    }

    @Test
    void whatIsKeptAlreadyIsAnsweredAtOnce() {
        answers.giveWhen(CompletableFuture.completedStage("kept"), () -> given.add("a"));

        assertThat(given).containsExactly("a");
        assertThat(channel.runScheduledPendingTasks()).as("no timer").isNegative();
    }

    @Test
    void nobodyWaitsLongerThanASecond() {
        channel.freezeTime();
        var _ = owe("a");
        pass(600);
        var _ = owe("b");
        pass(399);
        assertThat(given).isEmpty();

        pass(1);
        assertThat(given).containsExactly("a");
        pass(599);
        assertThat(given).containsExactly("a");
        pass(1);
        assertThat(given).containsExactly("a", "b");
    }

    @Test
    void noneIsGivenTwice() {
        channel.freezeTime();
        CompletableFuture<String> late = owe("a");
        CompletableFuture<String> early = owe("b");
        early.complete("kept");
        pass(2_000);

        late.complete("kept");

        assertThat(given).containsExactly("b", "a");
    }

    @Test
    void thoseThatFallDueTogetherWakeTheLoopOnce() throws Exception {
        var loop = new DefaultEventLoop();
        try {
            var busy = new CountDownLatch(1);
            var kept = new CompletableFuture<String>();
            var ofLoop = new Answers(loop);
            loop.submit(() -> {
                        ofLoop.giveWhen(kept, () -> given.add("a"));
                        ofLoop.giveWhen(kept, () -> given.add("b"));
                    })
                    .sync();
            loop.execute(() -> {
                try {
                    busy.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });

            await().until(() -> loop.pendingTasks() == 0);
            kept.complete("kept");

            assertThat(loop.pendingTasks()).isEqualTo(1);
            busy.countDown();
            await().until(() -> given.size() == 2);
        } finally {
            var _ = loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        }
        assertThat(given).containsExactlyInAnyOrder("a", "b");
    }
}
