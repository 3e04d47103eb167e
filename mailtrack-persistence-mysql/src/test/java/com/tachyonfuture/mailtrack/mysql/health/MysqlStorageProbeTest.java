package com.tachyonfuture.mailtrack.mysql.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class MysqlStorageProbeTest extends MysqlFixture {

    @Test
    void aDatabaseThatAnswersIsNoProblem() {
        assertThat(new MysqlStorageProbe(database()).problem()).isEmpty();
    }

    @Test
    void tablesThatAreStillToBeChangedAreNamed() {
        assertThat(new MysqlStorageProbe(database(context())).problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("not ready yet"));
    }

    @Test
    void aServerOutOfReachIsNamedWithoutItsAddress() {
        try (var nowhere = contextFor("jdbc:mysql://127.0.0.1:1/mailtrack", "secret", "secret")) {
            assertThat(new MysqlStorageProbe(database(nowhere)).problem()).contains("The database can't be reached.");
        }
    }

    @Test
    void aServerThatNeverAnswersIsNotWaitedForLong() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var nowhere = contextFor(
                        "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/mailtrack", "secret", "secret")) {
            var probe = new MysqlStorageProbe(database(nowhere));
            long start = System.nanoTime();

            assertThat(probe.problem()).isPresent();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        }
    }
}
