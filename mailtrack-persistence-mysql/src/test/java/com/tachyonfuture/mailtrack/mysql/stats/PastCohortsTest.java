package com.tachyonfuture.mailtrack.mysql.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.stats.Cohort;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.stats.Delay;
import com.tachyonfuture.mailtrack.domain.stats.Delays;
import com.tachyonfuture.mailtrack.domain.stats.Level;
import com.tachyonfuture.mailtrack.domain.stats.Range;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What became of the mail of past days is read once, and again when anything becomes of it.
final class PastCohortsTest extends MysqlFixture {

    private static final Range NOVEMBER =
            new Range(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
    private static final Range MORNINGS_AND_DAYS =
            new Range(Instant.parse("2026-11-09T05:00:00Z"), Instant.parse("2026-11-12T11:00:00Z"));
    private static final Track TENTH = track(1, Instant.parse("2026-11-10T12:00:00Z"));
    private static final Track TWELFTH = track(2, Instant.parse("2026-11-12T10:45:00Z"));

    private Instant now = Instant.parse("2027-01-01T00:00:00Z");
    private final PastCohorts past = new PastCohorts(() -> now);
    private long hits;

    @Test
    void nothingIsReadAgainAsLongAsNothingChanges() throws SQLException {
        tracks().add(TENTH);
        assertThat(in(NOVEMBER)).isEqualTo(sent(1));

        execute("UPDATE sent_rollups SET sent_count = 7");
        tracks().add(track(3, Instant.parse("2026-10-31T23:59:00Z")));
        tracks().add(track(4, Instant.parse("2026-12-01T00:00:00Z")));

        assertThat(in(NOVEMBER)).isEqualTo(sent(1));
    }

    @Test
    void whatIsSentAndReadLateIsCounted() {
        tracks().add(TENTH);
        assertThat(in(NOVEMBER)).isEqualTo(sent(1));
        assertThat(in(MORNINGS_AND_DAYS)).isEqualTo(sent(1));

        tracks().add(TWELFTH);
        assertThat(in(NOVEMBER)).isEqualTo(sent(2));
        assertThat(in(MORNINGS_AND_DAYS)).isEqualTo(sent(2));

        read(TWELFTH, Duration.ofDays(30));
        var both = new Cohort(2, 1, 1, delays(Duration.ofDays(30)));
        assertThat(in(NOVEMBER)).isEqualTo(both);
        assertThat(in(MORNINGS_AND_DAYS)).isEqualTo(both);
    }

    @Test
    void aFirstReadThatComesLaterThanOthersOfThatTrackIsCounted() {
        tracks().add(TENTH);
        read(TENTH, Duration.ofDays(1));
        assertThat(in(NOVEMBER)).isEqualTo(new Cohort(1, 1, 1, delays(Duration.ofDays(1))));
        assertThat(in(MORNINGS_AND_DAYS)).isEqualTo(new Cohort(1, 1, 1, delays(Duration.ofDays(1))));

        read(TENTH, Duration.ofMinutes(5));

        assertThat(in(NOVEMBER)).isEqualTo(new Cohort(1, 1, 1, delays(Duration.ofMinutes(5))));
        assertThat(in(MORNINGS_AND_DAYS)).isEqualTo(new Cohort(1, 1, 1, delays(Duration.ofMinutes(5))));
    }

    @Test
    void whatIsDeletedIsGone() {
        tracks().add(TENTH);
        tracks().add(TWELFTH);
        read(TENTH, Duration.ofMinutes(5));
        assertThat(in(NOVEMBER)).isEqualTo(new Cohort(2, 1, 1, delays(Duration.ofMinutes(5))));
        assertThat(in(MORNINGS_AND_DAYS)).isEqualTo(in(NOVEMBER));

        tracks().delete(id(1));

        assertThat(in(NOVEMBER)).isEqualTo(sent(1));
        assertThat(in(MORNINGS_AND_DAYS)).isEqualTo(sent(1));
    }

    @Test
    void whatIsCountedAnewIsSeen() throws SQLException {
        tracks().add(TENTH);
        read(TENTH, Duration.ofMinutes(5));
        execute("UPDATE sent_rollups SET sent_count = 7");
        execute("UPDATE first_read_rollups SET track_count = 7");
        assertThat(in(NOVEMBER).sent()).isEqualTo(7);
        assertThat(in(MORNINGS_AND_DAYS).delays().count()).isEqualTo(7);

        new NumbersWalk(database()::writeFromSnapshot, day -> {}).run();

        assertThat(in(NOVEMBER)).isEqualTo(new Cohort(1, 1, 1, delays(Duration.ofMinutes(5))));
        assertThat(in(MORNINGS_AND_DAYS)).isEqualTo(in(NOVEMBER));
    }

    @Test
    void afterAnHourEverythingIsReadAnew() throws SQLException {
        tracks().add(TENTH);
        assertThat(in(NOVEMBER)).isEqualTo(sent(1));
        execute("UPDATE sent_rollups SET sent_count = 7");

        now = now.plus(Duration.ofMinutes(59));
        assertThat(in(NOVEMBER)).isEqualTo(sent(1));
        now = now.plus(Duration.ofMinutes(1));
        assertThat(in(NOVEMBER)).isEqualTo(sent(7));
    }

    @Test
    void whatIsRecentIsReadEachTime() throws SQLException {
        now = Instant.parse("2026-11-13T00:00:00Z");
        tracks().add(TENTH);
        tracks().add(TWELFTH);
        assertThat(in(NOVEMBER)).isEqualTo(sent(2));

        execute("UPDATE sent_rollups SET sent_count = 7");

        assertThat(in(NOVEMBER)).isEqualTo(sent(8));
        assertThat(in(new Range(Instant.parse("2026-11-12T00:00:00Z"), NOVEMBER.to())))
                .isEqualTo(sent(7));
    }

    @Test
    void whatHappensWhileASumIsReadIsCountedTheNextTime() {
        var memory = new PastMemory<OfNovember, Long>(() -> now, Changes.COHORTS, sum -> 1, 100);
        Work<Long> read = connection -> {
            long sent = numbers().cohort(NOVEMBER).sent();
            if (sent == 0) {
                tracks().add(TENTH);
            }
            return sent;
        };

        assertThat(database().<Long>read(connection -> memory.get(connection, new OfNovember(), read)))
                .isZero();
        assertThat(database().<Long>read(connection -> memory.get(connection, new OfNovember(), read)))
                .isEqualTo(1);
    }

    private record OfNovember() implements PastMemory.Rows {

        @Override
        public Range range() {
            return NOVEMBER;
        }

        @Override
        public List<Level> levels() {
            return CohortsChange.LEVELS;
        }
    }

    private Cohort in(Range range) {
        return database().read(connection -> past.of(connection, range));
    }

    private void read(Track track, Duration later) {
        Instant sentAt = Objects.requireNonNull(track.createdAt());
        openLog().write(Samples.batch(hits++, hit(track, sentAt.plus(later))), Samples.judge(Verdict.HUMAN));
    }

    private static Cohort sent(int sent) {
        return new Cohort(sent, 0, 0, Delays.NONE);
    }

    private static Delays delays(Duration one) {
        var counts = new TreeMap<Delay, Long>();
        counts.put(Delay.of(one), 1L);
        return new Delays(counts);
    }
}
