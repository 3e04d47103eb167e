package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingsTableTest {

    @Test
    void columnsStandBelowOneAnother() {
        var table = new FindingsTable(List.of(
                new Finding("pixel", "30", "nginx 60", "50 %", "at least 60 %", Finding.Verdict.MISSED),
                Finding.told("disk", "295"),
                Finding.judged("ready", "2.6 s", "below 5 s", true)));

        assertThat(table.text()).isEqualTo("""
            | what  | measured | compared with | ratio | target        | reached |
            | ----- | -------- | ------------- | ----- | ------------- | ------- |
            | pixel | 30       | nginx 60      | 50 %  | at least 60 % | NO      |
            | disk  | 295      |               |       |               |         |
            | ready | 2.6 s    |               |       | below 5 s     | yes     |
            """);
    }
}
