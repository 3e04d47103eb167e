package com.tachyonfuture.mailtrack.mysql.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tachyonfuture.mailtrack.mysql.MysqlFixture;
import com.tachyonfuture.mailtrack.mysql.Plans;
import com.tachyonfuture.mailtrack.mysql.Plans.Binding;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArrivalsPlanTest extends MysqlFixture {

    private static final int LIMIT = 21;

    @BeforeEach
    void seed() throws SQLException {
        try (var connection = connect()) {
            Plans.seed(connection);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2_000, 3_995})
    void aLookReadsTheEndOfTheKeyAndNoMoreThanItTells(long id) throws SQLException {
        Binding after = statement -> {
            statement.setLong(1, id);
            statement.setInt(2, LIMIT);
        };

        try (var connection = connect()) {
            assertThat(Plans.explain(connection, MysqlArrivals.AFTER, after))
                    .extracting(Plans.Step::access, Plans.Step::index, Plans.Step::sorts)
                    .containsExactly(tuple("range", "PRIMARY", false), tuple("eq_ref", "PRIMARY", false));
            assertThat(Plans.rowsRead(connection, MysqlArrivals.AFTER, after)).isLessThan(3 * LIMIT);
        }
    }

    @Test
    void theLatestIsReadFromTheEndOfTheKey() throws SQLException {
        try (var connection = connect()) {
            assertThat(Plans.rowsRead(connection, MysqlArrivals.LATEST, statement -> {}))
                    .isLessThan(5);
        }
    }
}
