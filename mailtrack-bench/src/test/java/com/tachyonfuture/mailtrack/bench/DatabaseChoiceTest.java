package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DatabaseChoiceTest {

    @Test
    void aDatabaseBesideTheGivenOneHasItsNameWithAnEnd() {
        assertThat(named("jdbc:mysql://root@127.0.0.1:3306/mailtrack_bench"))
                .contains("jdbc:mysql://root@127.0.0.1:3306/mailtrack_bench_10_20");
        assertThat(named("mysql://127.0.0.1/bench?user=root&useSSL=false"))
                .contains("jdbc:mysql://127.0.0.1/bench_10_20?user=root&useSSL=false");
    }

    @Test
    void theEmbeddedOneHasNoName() {
        assertThat(DatabaseChoice.of(Optional.empty()).named("10_20").url()).isEmpty();
    }

    private static Optional<String> named(String url) {
        return DatabaseChoice.of(Optional.of(url))
                .named(new DataSet(10, 20).name())
                .url();
    }
}
