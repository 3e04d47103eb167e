package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class WrkResultTest {

    @Test
    void theLineOfOurScriptIsFoundBelowWhatWrkPrints() {
        WrkResult result = WrkResult.parse("""
            Running 4s test @ http://127.0.0.1:8000/
            Requests/sec:  26509.12
            mailtrack-bench requests=106000 duration=4000000 connect=0 read=0 write=0 status=0 timeout=0 \
            p50=1860 p99=8530 p999=24590 max=31000
            """);

        assertThat(result).isEqualTo(new WrkResult(106_000, 0, 4, 1_860, 8_530, 24_590, 31_000));
        assertThat(result.perSecond()).isEqualTo(26_500);
    }

    @Test
    void otherAnswersThan200AreNotCountedAsAnswered() {
        WrkResult result = WrkResult.parse("mailtrack-bench requests=100 duration=1000000 connect=1 read=2 write=3"
                + " status=10 timeout=4 p50=1 p99=2 p999=3 max=4\n");

        assertThat(result.answered()).isEqualTo(90);
        assertThat(result.failed()).isEqualTo(20);
    }

    @Test
    void whatWrkSaysInsteadIsShown() {
        assertThatThrownBy(() -> WrkResult.parse("unable to connect to 127.0.0.1:8000"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("unable to connect");
    }
}
