package com.tachyonfuture.mailtrack.mysql.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.recipient.RecipientPosition;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Plans;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A page of recipients is read from the index that has them in their order, however many there are.
final class RecipientPagePlanTest extends MysqlFixture {

    private static final int LINES = 50;

    @BeforeEach
    void seed() throws SQLException {
        execute("""
            INSERT INTO recipients
                (id, name, sort_text, sent_tracks, delivered_tracks, read_tracks, read_count, last_read_at)
            SELECT LEFT(SHA2(n, 256), 32), CONCAT('reader', n), CONCAT('reader', n), n %% 90, n %% 80, n %% 70, n %% 300,
                IF(n %% 4 = 0, NULL, TIMESTAMP('2026-01-01') + INTERVAL n %% 900 MINUTE)
            FROM (%s) numbers\
            """.formatted(Plans.numbers(8_000)));
        execute("ANALYZE TABLE recipients");
    }

    @ParameterizedTest
    @EnumSource
    void thePagesOfAllAreReadInOrder(RecipientSort sort) throws SQLException {
        List<Recipient> many = recipients().page(sort, "", null, 4_000);

        assertOnlyThePageIsRead(sort, "", null);
        assertOnlyThePageIsRead(sort, "", RecipientPosition.of(many.getLast(), sort));
    }

    @ParameterizedTest
    @EnumSource(names = {"LAST_READ"})
    void thoseWhoNeverReadAreReadInOrder(RecipientSort sort) throws SQLException {
        Recipient never = recipients().page(sort, "", null, 7_000).getLast();

        assertThat(never.lastReadAt()).isNull();
        assertOnlyThePageIsRead(sort, "", RecipientPosition.of(never, sort));
    }

    @ParameterizedTest
    @EnumSource(names = {"NAME"})
    void thoseThatBeginAlikeAreReadInOrder(RecipientSort sort) throws SQLException {
        Recipient one = recipients().page(sort, "reader7", null, 100).getLast();

        assertOnlyThePageIsRead(sort, "reader7", null);
        assertOnlyThePageIsRead(sort, "reader7", RecipientPosition.of(one, sort));
    }

    private static void assertOnlyThePageIsRead(RecipientSort sort, String prefix, @Nullable RecipientPosition after)
            throws SQLException {
        var page = new RecipientPage(sort, prefix, after, LINES + 1);
        try (var connection = connect()) {
            assertThat(Plans.explain(connection, page.sql("*"), page::bind)).allSatisfy(step -> {
                assertThat(step.index()).startsWith("ix_recipients_");
                assertThat(step.sorts()).isFalse();
            });
            assertThat(Plans.rowsRead(connection, page.sql("*"), page::bind)).isLessThan(LINES + 10);
        }
    }
}
