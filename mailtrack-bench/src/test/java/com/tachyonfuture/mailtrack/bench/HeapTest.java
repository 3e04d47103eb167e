package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class HeapTest {

    @Test
    void theObjectsOfAllClassesCount() {
        assertThat(Heap.total("""
            12345:
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         19720       33753520  [J (java.base@25.0.3)
               2:         75462        7724696  [B (java.base@25.0.3)
            Total        428695       62278144
            """)).isEqualTo(62_278_144);
    }

    @Test
    void aJvmThatCountsNothingIsAFailure() {
        assertThatThrownBy(() -> Heap.total("12345:\n")).isInstanceOf(BenchFailure.class);
    }

    @Test
    void theLiveHeapOfARunningJvmIsNotEmpty() {
        assertThat(Heap.liveBytes(ProcessHandle.current().pid())).isPositive();
    }
}
