package com.tachyonfuture.mailtrack.mysql.recipient;

import static com.tachyonfuture.mailtrack.application.contract.RecipientsContract.to;
import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.tachyonfuture.mailtrack.application.contract.RecipientsContract;
import com.tachyonfuture.mailtrack.application.recipient.Recipient;
import com.tachyonfuture.mailtrack.application.recipient.RecipientSort;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recipient.Engagement;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MysqlRecipientsTest extends MysqlFixture implements RecipientsContract {

    @Test
    void theDatabaseWorksOutTheSameScore() throws SQLException {
        var random = new Random(6);
        for (int i = 0; i < 300; i++) {
            long sent = 1L + random.nextInt(i < 200 ? 30 : 1_000_000);
            long read = random.nextLong(sent + 1);
            long reads = read == 0 ? 0 : read + random.nextInt(60);
            execute("""
                INSERT INTO recipients (id, name, sort_text, sent_tracks, delivered_tracks, read_tracks, read_count)
                VALUES ('%1$032d', '%1$d', '%1$d', %2$d, %2$d, %3$d, %4$d)\
                """.formatted(i, sent, read, reads));
        }

        assertThat(texts("SELECT CONCAT_WS(' ', sent_tracks, read_tracks, read_count, score) FROM recipients"))
                .hasSize(300)
                .allSatisfy(row -> {
                    String[] numbers = row.split(" ", -1);
                    var engagement = new Engagement(
                            Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
                    assertThat(numbers[3]).isEqualTo(String.valueOf(engagement.score()));
                });
    }

    @Test
    void aReadThatChangesNothingForItsRecipientWritesNoRow() throws SQLException {
        tracks().add(to(1, "ada@example.com"));
        openLog().write(batch(0, hit(to(1, null), NOON)), judge(Verdict.PREFETCH));
        execute("UPDATE recipients SET sent_tracks = 7");

        openLog().write(batch(1, hit(to(1, null), NOON.plusSeconds(5))), judge(Verdict.PREFETCH));
        openLog().write(batch(2, hit(to(1, null), NOON.plusSeconds(9))), judge(Verdict.HUMAN));

        assertThat(recipients().page(RecipientSort.SENT, "", null, 9))
                .extracting(Recipient::sent, Recipient::delivered, Recipient::reads)
                .containsExactly(tuple(7L, 1L, 1L));
    }
}
