package com.tachyonfuture.mailtrack.domain.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private static final String TRACK = "0b6f3f0e-3c1b-4c9e-9d53-0a8a5c1d2e3f";
    private static final String THUNDERBIRD =
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1";
    private static final Judgement READ = judgement(Verdict.HUMAN, null);
    private static final Judgement GMAIL = judgement(Verdict.IMAGE_PROXY, "google");

    @Test
    void theSameAddressAndClientAreTheSameViewer() {
        assertThat(key(TRACK, "192.0.2.1", THUNDERBIRD, READ)).isEqualTo(key(TRACK, "192.0.2.1", THUNDERBIRD, READ));
    }

    @Test
    void anotherAddressOrClientOrTrackIsAnotherViewer() {
        Set<Long> keys = new HashSet<>();
        for (String track : new String[] {TRACK, "2", "3"}) {
            for (String address : new String[] {"192.0.2.1", "192.0.2.2", "2001:db8::1", null}) {
                for (String userAgent : new String[] {THUNDERBIRD, "", "a", null}) {
                    keys.add(key(track, address, userAgent, READ));
                }
            }
        }

        assertThat(keys).hasSize(3 * 4 * 4);
    }

    @Test
    void theEndsOfPartsCount() {
        assertThat(key("ab", null, "c", READ)).isNotEqualTo(key("a", null, "bc", READ));
    }

    @Test
    void aProxyIsOneViewerWhereverItComesFrom() {
        assertThat(key(TRACK, "66.249.84.1", "one", GMAIL)).isEqualTo(key(TRACK, "66.102.8.1", "two", GMAIL));
        assertThat(key(TRACK, "66.249.84.1", "one", GMAIL))
                .isNotEqualTo(key(TRACK, "66.249.84.1", "one", judgement(Verdict.IMAGE_PROXY, "yahoo")));
    }

    @Test
    void aProxyWithoutANameIsToldApartByAddressAndClient() {
        Judgement declared = judgement(Verdict.PREFETCH, null);

        assertThat(key(TRACK, "192.0.2.1", "a", declared)).isNotEqualTo(key(TRACK, "192.0.2.2", "a", declared));
    }

    @Test
    void aScannersNameIsNotWhatItIsToldApartBy() {
        Judgement scanner = judgement(Verdict.SCANNER, "barracuda");

        assertThat(key(TRACK, "192.0.2.1", "a", scanner)).isNotEqualTo(key(TRACK, "192.0.2.2", "a", scanner));
    }

    @Test
    void readingIsNoRepeatOfWhatAMachineFetched() {
        assertThat(key(TRACK, "66.249.84.1", "a", GMAIL))
                .isNotEqualTo(key(TRACK, "66.249.84.1", "a", judgement(Verdict.PREFETCH, "google")));
        assertThat(key(TRACK, "192.0.2.1", "a", READ))
                .isNotEqualTo(key(TRACK, "192.0.2.1", "a", judgement(Verdict.UNDECIDED, null)));
    }

    @Test
    void theCaseOfATracksIdMeansNothing() {
        assertThat(key("ABC", "192.0.2.1", "a", READ)).isEqualTo(key("abc", "192.0.2.1", "a", READ));
    }

    @Test
    void ofAnIpv6AddressTheNetworkCounts() {
        assertThat(key(TRACK, "2001:db8::1", "a", READ)).isEqualTo(key(TRACK, "2001:db8::ffff", "a", READ));
        assertThat(key(TRACK, "2001:db8::1", "a", READ)).isNotEqualTo(key(TRACK, "2001:db8:0:1::1", "a", READ));
    }

    /** Rows keep them. */
    @Test
    void keysAreThoseOfEarlierVersions() {
        assertThat(key(TRACK, "192.0.2.1", THUNDERBIRD, READ)).isEqualTo(5_019_558_137_397_893_932L);
        assertThat(key(TRACK, null, null, GMAIL)).isEqualTo(2_859_184_051_588_153_260L);
    }

    private static long key(String track, @Nullable String address, @Nullable String userAgent, Judgement judgement) {
        IpAddress parsed = address == null ? null : IpAddress.parse(address).orElseThrow();
        return Viewer.key(new TrackId(track), parsed, userAgent, judgement);
    }

    private static Judgement judgement(Verdict verdict, @Nullable String agent) {
        return new Judgement(verdict, Reason.NO_EVIDENCE, Confidence.HIGH, agent);
    }
}
