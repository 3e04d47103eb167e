package com.tachyonfuture.mailtrack.mysql.track;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.key;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.track.port.Tracks.Addition;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class IdempotencyKeysTest extends MysqlFixture {

    @Test
    void forgottenKeysAreRemovedWheneverOneIsUsed() throws SQLException {
        tracks().addOnce(track(1, NOON.minusSeconds(10)), key('a', 'b'), NOON.minusSeconds(100));
        tracks().addOnce(track(2, NOON), key('b', 'b'), NOON.minusSeconds(100));

        tracks().addOnce(track(3, NOON.plusSeconds(95)), key('c', 'b'), NOON.minusSeconds(5));

        assertThat(texts("SELECT LOWER(HEX(key_hash)) FROM idempotency_keys ORDER BY key_hash"))
                .containsExactly("b".repeat(64), "c".repeat(64));
    }

    @Test
    void onlySomeForgottenKeysAreRemovedAtATime() throws SQLException {
        String rows = IntStream.range(0, 1_050)
                .mapToObj(i -> "(UNHEX(SHA2(" + i + ", 256)), UNHEX(SHA2('x', 256)), 'x', '2020-01-01')")
                .collect(Collectors.joining(", "));
        execute("INSERT INTO idempotency_keys VALUES " + rows);

        tracks().addOnce(track(1), key('a', 'b'), NOON.minusSeconds(100));

        assertThat(texts("SELECT track_id FROM idempotency_keys")).hasSize(51);
    }

    @Test
    void theSameTrackUnderTheSameKeyIsNotStoredTwice() {
        tracks().addOnce(track(1), key('a', 'b'), NOON.minusSeconds(100));

        assertThat(tracks().addOnce(track(1), key('a', 'b'), NOON.minusSeconds(100))
                        .addition())
                .isEqualTo(Addition.REPEATED);
        assertThat(totals().current().tracks()).isEqualTo(1);
    }
}
