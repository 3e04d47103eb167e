package com.tachyonfuture.mailtrack.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StatementsBesideTest {

    private final SQLException refusal = new SQLException("refused");

    private final List<String> executed = new CopyOnWriteArrayList<>();

    @Test
    void whoWritesGoesOnWhileAStatementIsExecuted() throws Exception {
        var nextIsWritten = new CountDownLatch(1);
        try (var beside = new StatementsBeside(sql -> {
            executed.add(await(nextIsWritten) ? sql : "nobody came");
        })) {
            beside.execute("one");
            nextIsWritten.countDown();
        }

        assertThat(executed).containsExactly("one");
    }

    @Test
    void statementsAreExecutedInOrderAndNeverTwoAtATime() throws SQLException {
        var atATime = new AtomicInteger();
        try (var beside = new StatementsBeside(sql -> {
            executed.add(sql + " of " + atATime.incrementAndGet());
            atATime.decrementAndGet();
        })) {
            beside.execute("one");
            beside.execute("two");
            beside.executeHere("three");
        }

        assertThat(executed).containsExactly("one of 1", "two of 1", "three of 1");
    }

    @Test
    void theLastStatementNeedsNoOtherThread() throws SQLException {
        try (var beside =
                new StatementsBeside(sql -> executed.add(Thread.currentThread().getName()))) {
            beside.executeHere("only one");
        }

        assertThat(executed).containsExactly(Thread.currentThread().getName());
    }

    @Test
    void afterOneThatFailedNoOtherIsExecuted() {
        assertThatThrownBy(() -> {
                    try (var beside = new StatementsBeside(this::refuse)) {
                        beside.execute("one");
                        beside.execute("two");
                    }
                })
                .isSameAs(refusal);
        assertThatThrownBy(() -> {
                    try (var beside = new StatementsBeside(this::refuse)) {
                        beside.execute("three");
                        beside.executeHere("four");
                    }
                })
                .isSameAs(refusal);

        assertThat(executed).containsExactly("one", "three");
    }

    private void refuse(String sql) throws SQLException {
        executed.add(sql);
        throw refusal;
    }

    @Test
    void theFailureOfTheLastOneComesOutInTheEnd() {
        assertThatThrownBy(() -> {
                    try (var beside = new StatementsBeside(this::refuse)) {
                        beside.execute("one");
                    }
                })
                .isSameAs(refusal);
    }

    @Test
    void aMistakeComesOutAsItIs() {
        var mistake = new IllegalStateException("a mistake");

        assertThatThrownBy(() -> {
                    try (var beside = new StatementsBeside(_ -> {
                        throw mistake;
                    })) {
                        beside.execute("one");
                    }
                })
                .isSameAs(mistake);
    }

    @Test
    void nothingIsUnderWayAnyMoreWhenWritingFails() {
        var mistake = new IllegalStateException("a mistake");
        var written = new CountDownLatch(1);

        assertThatThrownBy(() -> {
                    try (var beside = new StatementsBeside(sql -> executed.add(await(written) ? sql : "nobody came"))) {
                        beside.execute("one");
                        written.countDown();
                        throw mistake;
                    }
                })
                .isSameAs(mistake);

        assertThat(executed).containsExactly("one");
    }

    @Test
    void whoIsInterruptedWaitsAllTheSameAndStaysInterrupted() throws SQLException {
        try (var beside = new StatementsBeside(executed::add)) {
            beside.execute("one");
            Thread.currentThread().interrupt();
            beside.executeHere("two");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(executed).containsExactly("one", "two");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
