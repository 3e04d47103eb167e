package com.tachyonfuture.mailtrack.mysql.access;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.SessionsContract;
import com.tachyonfuture.mailtrack.domain.access.SecretHash;
import com.tachyonfuture.mailtrack.domain.access.Session;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Plans;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class MysqlSessionsTest extends MysqlFixture implements SessionsContract {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T01:00:00Z");

    @Test
    void manyEndedSessionsAreRemovedInSteps() throws SQLException {
        addOneEachMinute(2 * Removal.STEP + 1);
        sessions().add(new Session(SecretHash.of("good"), NOON, NOON));

        sessions().removeEnded(NOON, NOON);

        assertThat(texts("SELECT HEX(token_hash) FROM owner_sessions")).hasSize(1);
        assertThat(sessions().find(SecretHash.of("good"))).isPresent();
    }

    @Test
    void sessionsThatHaveEndedAreFoundByAnIndex() throws SQLException {
        addOneEachMinute(3_000);
        execute("ANALYZE TABLE owner_sessions");

        assertThat(index(MysqlSessions.REMOVE_OLD)).isEqualTo("ix_owner_sessions_started");
        assertThat(index(MysqlSessions.REMOVE_IDLE)).isEqualTo("ix_owner_sessions_seen");
    }

    private static String index(String delete) throws SQLException {
        try (var connection = connect()) {
            var step = Plans.explain(connection, delete, statement -> {
                        statement.setString(1, UtcTimes.bound(LONG_AGO));
                        statement.setInt(2, Removal.STEP);
                    })
                    .getFirst();
            assertThat(step.access()).isEqualTo("range");
            assertThat(step.sorts()).isFalse();
            return String.valueOf(step.index());
        }
    }

    private static void addOneEachMinute(int count) throws SQLException {
        execute("""
            INSERT INTO owner_sessions (token_hash, started_at, seen_at)
            SELECT UNHEX(SHA2(n, 256)), '2026-01-01' + INTERVAL n MINUTE, '2026-01-01' + INTERVAL n MINUTE
            FROM (%s) numbers\
            """.formatted(Plans.numbers(count)));
    }
}
