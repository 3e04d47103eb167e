package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DrainStepsTest {

    private static final String METRICS = """
        # TYPE mailtrack_drain_step_hits_total counter
        mailtrack_drain_step_hits_total{step="describe"} 1000000.0
        mailtrack_drain_step_hits_total{step="insert_opens"} 1000000.0
        mailtrack_drain_step_hits_total{step="judge"} 1000000.0
        mailtrack_drain_step_hits_total{step="locate"} 1000000.0
        mailtrack_drain_step_hits_total{step="quarantined"} 0.0
        mailtrack_drain_step_seconds_count{step="judge"} 250
        mailtrack_drain_step_seconds_sum{step="describe"} 0.7
        mailtrack_drain_step_seconds_sum{step="insert_opens"} 12.0
        mailtrack_drain_step_seconds_sum{step="judge"} 2.3
        mailtrack_drain_step_seconds_sum{step="locate"} 9.0E-1
        mailtrack_drain_step_seconds_sum{step="quarantined"} 0.0
        """;

    @Test
    void aStepIsToldByHit() {
        assertThat(DrainSteps.of(METRICS).text()).isEqualTo("describe 0.7, insert_opens 12.0, judge 2.3, locate 0.9");
    }

    @Test
    void judgingIsAllThatIsFoundOutAboutAHit() {
        assertThat(DrainSteps.of(METRICS).judgingMicros()).isEqualTo(3.9, within(0.001));
    }
}
