package com.tachyonfuture.mailtrack.application.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.address.Cidr;
import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.address.TrustedProxies;
import com.tachyonfuture.mailtrack.domain.recording.HitPace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HitLimitTest {

    private static final TrustedProxies PROXIES =
            new TrustedProxies(List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("fc00::/7")));

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final HitLimit limit = limit(new HitPace(2, 4), 7);

    private HitLimit limit(HitPace pace, long seed) {
        return HitLimit.of(pace, PROXIES, seed, nanos::get);
    }

    private static IpAddress address(String text) {
        return IpAddress.parse(text).orElseThrow();
    }

    /** One for each number, far apart. */
    private static IpAddress address(int number) {
        return IpAddress.of(new byte[] {(byte) 192, (byte) (number >> 16), (byte) (number >> 8), (byte) number});
    }

    private int allowed(String address, int hits) {
        int count = 0;
        for (int i = 0; i < hits; i++) {
            count += limit.allows(address(address)) ? 1 : 0;
        }
        return count;
    }

    @Test
    void anAddressMaySendItsBurstAndThenKeepsThePace() {
        assertThat(allowed("192.0.2.1", 100)).isEqualTo(4);

        nanos.addAndGet(1_000_000_000);

        assertThat(allowed("192.0.2.1", 100)).isEqualTo(2);
    }

    @Test
    void anotherAddressIsNotConcerned() {
        allowed("192.0.2.1", 100);

        assertThat(allowed("192.0.2.2", 100)).isEqualTo(4);
    }

    @Test
    void allAddressesOfOneIpv6NetworkAreOneClient() {
        allowed("2001:db8:0:1::1", 100);

        assertThat(allowed("2001:db8:0:1:ffff::2", 100)).isZero();
        assertThat(allowed("2001:db8:0:2::1", 100)).isEqualTo(4);
    }

    @Test
    void aClientWithoutAnAddressIsNotLimited() {
        for (int i = 0; i < 100; i++) {
            assertThat(limit.allows(null)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "fd00::1"})
    void aProxyThatNamesNobodyIsNotLimited(String proxy) {
        assertThat(allowed(proxy, 100)).isEqualTo(100);
    }

    @Test
    void whereThereIsNoLimitNobodyIsLimited() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(HitLimit.none().allows(address("192.0.2.1"))).isTrue();
        }
    }

    @Test
    void manyThreadsTogetherGetNoMoreAndNoLess() throws Exception {
        HitLimit shared = limit(new HitPace(1, 10_000), 7);
        Callable<Integer> client = () -> {
            int count = 0;
            for (int i = 0; i < 10_000; i++) {
                count += shared.allows(address("192.0.2.1")) ? 1 : 0;
            }
            return count;
        };

        int sum = 0;
        var threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Integer> count : threads.invokeAll(List.of(client, client, client, client))) {
                sum += count.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(sum).isEqualTo(10_000);
    }

    @Test
    void howeverManyAddressesThereAreTheyShareOneTableEvenly() {
        HitLimit single = limit(new HitPace(1, 1), 7);

        int count = 0;
        for (int i = 0; i < 2_000_000; i++) {
            count += single.allows(address(i)) ? 1 : 0;
        }

        assertThat(count).isEqualTo(65_536);
    }

    @Test
    void fewAddressesHardlyEverShareABucket() {
        assertThat(refused(7)).hasSizeLessThan(30);
    }

    @Test
    void whichAddressesShareABucketIsAnotherSecretOfEachInstallation() {
        assertThat(refused(7)).isNotEmpty().isNotEqualTo(refused(8));
    }

    /** Those of a thousand addresses that find their bucket empty because of another. */
    private Set<Integer> refused(long seed) {
        HitLimit single = limit(new HitPace(1, 1), seed);
        var refused = new HashSet<Integer>();
        for (int i = 0; i < 1_000; i++) {
            if (!single.allows(address(i))) {
                refused.add(i);
            }
        }
        return refused;
    }

    @Test
    void aClockThatJumpsBackLetsNobodyWait() {
        nanos.set(0);
        HitLimit jumping = limit(new HitPace(1, 1), 7);
        nanos.set(3_600_000_000_000L);
        assertThat(jumping.allows(address("192.0.2.1"))).isTrue();

        nanos.set(-3_600_000_000_000L);

        var answers = new ArrayList<Boolean>();
        for (int i = 0; i < 3; i++) {
            answers.add(jumping.allows(address("192.0.2.1")));
        }
        assertThat(answers).containsExactly(true, false, false);
    }
}
