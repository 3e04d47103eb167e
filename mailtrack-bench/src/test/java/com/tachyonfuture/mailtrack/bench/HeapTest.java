package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HeapTest {

    @Test
    void theGenerationsOfTheSerialCollectorAreAdded() {
        assertThat(Heap.used("""
            12345:
             DefNew     total 9792K, used 1024K [0x00000000f0000000, 0x00000000f0aa0000, 0x00000000f5550000)
              eden space 8704K,   1% used [0x00000000f0000000, 0x00000000f0023cb0, 0x00000000f0880000)
              from space 1088K,   0% used [0x00000000f0880000, 0x00000000f0880000, 0x00000000f0990000)
             Tenured    total 21888K, used 2048K [0x00000000f5550000, 0x00000000f6ab0000, 0x0000000100000000)
             Metaspace       used 40064K, committed 40704K, reserved 131072K
            """)).isEqualTo(3 * 1024 * 1024);
    }

    @Test
    void aHeapOfRegionsIsReadToo() {
        assertThat(Heap.used("""
            12345:
             garbage-first heap   total reserved 6156288K, committed 401408K, used 4096K [0x0000000688400000)
              region size 4096K, 2 young (8192K), 0 survivors (0K)
             Metaspace       used 40064K, committed 40704K, reserved 131072K
            """)).isEqualTo(4 * 1024 * 1024);
    }

    @Test
    void theLiveHeapOfARunningJvmIsNotEmpty() {
        assertThat(Heap.liveBytes(ProcessHandle.current().pid())).isPositive();
    }
}
