package com.tachyonfuture.mailtrack.mysql.access;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.access.port.SignInFailures.Slowed;
import com.tachyonfuture.mailtrack.application.contract.SignInFailuresContract;
import com.tachyonfuture.mailtrack.domain.access.SignInPace;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Plans;
import com.tachyonfuture.mailtrack.mysql.UtcTimes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MysqlSignInFailuresTest extends MysqlFixture implements SignInFailuresContract {

    @Test
    void ofANameOnlyTheHashIsStored() throws SQLException {
        signInFailures().count(List.of(ACCOUNT), NOON);

        assertThat(texts("SELECT HEX(name_hash) FROM sign_in_failures"))
                .containsExactly("9AF211329B2FC82E5EFE906062C730082819B23FE8394BC435E0B1BF0458EB54");
    }

    @Test
    void aTryThatHasToWaitLeavesNoRow() throws SQLException {
        for (int i = 0; i < SignInPace.SLOWED_FROM; i++) {
            signInFailures().count(List.of(ACCOUNT), NOON);
        }

        signInFailures().count(List.of(ACCOUNT, ADDRESS, new Slowed("browser 1", ACCOUNT.pace())), NOON);

        assertThat(texts("SELECT failures FROM sign_in_failures")).containsExactly("10");
    }

    @Test
    void manyFailuresAreForgottenInSteps() throws SQLException {
        addOneEachMinute(2 * Removal.STEP + 1);
        signInFailures().count(List.of(ACCOUNT), NOON);

        signInFailures().forgetBefore(NOON);
        assertThat(texts("SELECT failures FROM sign_in_failures")).containsExactly("1");

        addOneEachMinute(2 * Removal.STEP);
        signInFailures().forgetAll();
        assertThat(texts("SELECT failures FROM sign_in_failures")).isEmpty();
    }

    @Test
    void oldFailuresAreFoundByAnIndex() throws SQLException {
        addOneEachMinute(3_000);
        execute("ANALYZE TABLE sign_in_failures");

        try (var connection = connect()) {
            var step = Plans.explain(connection, MysqlSignInFailures.FORGET_BEFORE, statement -> {
                        statement.setString(1, UtcTimes.bound(Instant.parse("2026-01-01T01:00:00Z")));
                        statement.setInt(2, Removal.STEP);
                    })
                    .getFirst();
            assertThat(step.access()).isEqualTo("range");
            assertThat(step.index()).isEqualTo("ix_sign_in_failures_last");
            assertThat(step.sorts()).isFalse();
        }
    }

    private static void addOneEachMinute(int count) throws SQLException {
        execute("""
            INSERT INTO sign_in_failures (name_hash, failures, last_failed_at)
            SELECT UNHEX(SHA2(n, 256)), 1, '2026-01-01' + INTERVAL n MINUTE FROM (%s) numbers\
            """.formatted(Plans.numbers(count)));
    }
}
