package com.tachyonfuture.mailtrack.mysql.recording;

import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recording.RecentRead;
import com.tachyonfuture.mailtrack.domain.recording.Open;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Opens as the Python service may have left them.
final class TakenOverOpensTest extends MysqlFixture {

    @BeforeEach
    void insert() throws SQLException {
        tracks().add(track(1));
        execute("""
            INSERT INTO opens (id, tracked_email_id, opened_at, ip_address, user_agent, referer, country, city,
                proxy_type, is_real_open, counted)
            VALUES (1, '%1$s', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, TRUE),
                (2, '%1$s', '2026-01-01 10:00:00', 'unknown, 10.0.0.1', '', '', 'Österreich', 'Wien', 'apple', 0, FALSE),
                (3, '%1$s', '2026-01-01 10:00:00.5', '2001:DB8::1', '🎉', NULL, '', '', 'google', 1, TRUE),
                (3000000000, '%1$s', '2025-01-01 00:00:00', '1.2.3.4', 'x', 'y', NULL, NULL, NULL, NULL, TRUE)
            """.formatted(id(1)));
    }

    @Test
    void everyColumnIsReadAsItIs() {
        List<Open> opens = opens().of(id(1), Long.MAX_VALUE, 10);

        assertThat(opens)
                .containsExactly(
                        Open.takenOver(
                                3_000_000_000L,
                                id(1),
                                at("2025-01-01T00:00:00Z"),
                                "1.2.3.4",
                                "x",
                                "y",
                                null,
                                null,
                                null,
                                null),
                        Open.takenOver(
                                3,
                                id(1),
                                at("2026-01-01T10:00:00.5Z"),
                                "2001:DB8::1",
                                "🎉",
                                null,
                                "",
                                "",
                                "google",
                                true),
                        Open.takenOver(
                                2,
                                id(1),
                                at("2026-01-01T10:00:00Z"),
                                "unknown, 10.0.0.1",
                                "",
                                "",
                                "Österreich",
                                "Wien",
                                "apple",
                                false),
                        Open.takenOver(1, id(1), null, null, null, null, null, null, null, null));
    }

    @Test
    void readsLeaveOutWhatIsNotCountedOrHasNoDate() {
        assertThat(opens().readsSince(at("2000-01-01T00:00:00Z"), 10))
                .extracting(RecentRead::openId)
                .containsExactly(3_000_000_000L, 3L);
        assertThat(opens().latestRead()).get().extracting(RecentRead::openId).isEqualTo(3L);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
