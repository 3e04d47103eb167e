package com.tachyonfuture.mailtrack.mysql.live;

import static com.tachyonfuture.mailtrack.application.contract.Samples.UNJUDGED;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.contract.ArrivalsContract;
import com.tachyonfuture.mailtrack.application.live.Arrival;
import com.tachyonfuture.mailtrack.application.live.WatchOpens;
import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class MysqlArrivalsTest extends MysqlFixture implements ArrivalsContract {

    /// The other instance's transaction has taken its id, and is not over yet.
    @Test
    void anOpenThatBecomesVisibleAfterALaterOneIsFoundAllTheSame() throws SQLException {
        tracks().add(track(1));
        tracks().add(track(2));
        var watch = new WatchOpens(arrivals(), () -> 0);
        watch.greet(OptionalLong.empty());
        try (var other = connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO opens (tracked_email_id) VALUES ('" + id(1).value() + "')");
            openLog().write(batch(0, hit(track(2))), UNJUDGED);
            var first = watch.look().orElseThrow();
            other.commit();
            var second = watch.look().orElseThrow();

            assertThat(first.opens()).extracting(Arrival::trackId).containsExactly(id(2));
            assertThat(second.opens()).extracting(Arrival::trackId).containsExactly(id(1));
            assertThat(second.opens().getFirst().openId())
                    .isLessThan(first.opens().getFirst().openId());
        }
    }
}
