package com.tachyonfuture.mailtrack.application.classify;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.address.IpAddress;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TracksAtOnceTest {

    private static final String SCANNER = "198.51.100.7";

    private final TracksAtOnce tracksAtOnce = new TracksAtOnce();

    @Test
    void anAddressThatFetchesOneTrackOftenFetchesOne() {
        assertThat(numbers(hit(1, SCANNER, 0), hit(1, SCANNER, 1), hit(1, SCANNER, 2)))
                .containsExactly(1, 1, 1);
    }

    @Test
    void whatComesLaterInABatchCountsForWhatCameBefore() {
        assertThat(numbers(hit(1, SCANNER, 0), hit(2, SCANNER, 1), hit(3, SCANNER, 2)))
                .containsExactly(3, 3, 3);
    }

    @Test
    void onlyWhatIsWithinSecondsCounts() {
        assertThat(numbers(hit(1, SCANNER, 0), hit(2, SCANNER, 5), hit(3, SCANNER, 10), hit(4, SCANNER, 60)))
                .containsExactly(2, 3, 2, 1);
    }

    @Test
    void addressesAreCountedApart() {
        assertThat(numbers(hit(1, SCANNER, 0), hit(2, "198.51.100.8", 0), hit(3, "2001:db8::1", 0)))
                .containsExactly(1, 1, 1);
    }

    @Test
    void addressesOfOneNetworkOfIpv6AreOne() {
        assertThat(numbers(hit(1, "2001:db8::1", 0), hit(2, "2001:db8::2", 0))).containsExactly(2, 2);
    }

    @Test
    void hitsWithoutAnAddressHaveNothingInCommon() {
        assertThat(numbers(new Hit(id(1), NOON, null, null, null), new Hit(id(2), NOON, null, null, null)))
                .containsExactly(1, 1);
    }

    @Test
    void aBatchRemembersTheOneBefore() {
        numbers(hit(1, SCANNER, 0), hit(2, SCANNER, 1));

        assertThat(numbers(hit(3, SCANNER, 3))).containsExactly(3);
        assertThat(numbers(hit(4, SCANNER, 9))).containsExactly(1);
    }

    @Test
    void aBatchThatComesAgainCountsNoTrackTwice() {
        var batch = List.of(hit(1, SCANNER, 0), hit(2, SCANNER, 1));
        numbers(batch);

        assertThat(numbers(batch)).containsExactly(2, 2);
    }

    @Test
    void hitsThatAreOutOfOrderAreCountedByTheirTimes() {
        assertThat(numbers(hit(1, SCANNER, 60), hit(2, SCANNER, 0), hit(3, SCANNER, 61)))
                .containsExactly(2, 1, 2);
    }

    @Test
    void ofVeryManyAddressesTheLatestAreRemembered() {
        var batch = new ArrayList<Hit>();
        for (int i = 0; i < 5_000; i++) {
            batch.add(hit(i, "10.0." + i / 256 + "." + i % 256, 0));
        }
        numbers(batch);

        assertThat(numbers(hit(1, "10.0.19.135", 1))).containsExactly(2);
        assertThat(numbers(hit(1, "10.0.0.0", 1))).containsExactly(1);
    }

    @Test
    void oneAddressThatFetchesThousandsOfTracksIsCountedRight() {
        var batch = new ArrayList<Hit>();
        for (int i = 0; i < 20_000; i++) {
            batch.add(hit(i, SCANNER, 0));
        }

        assertThat(numbers(batch)).containsOnly(20_000);
        assertThat(numbers(hit(-1, SCANNER, 0))).first().isEqualTo(33);
    }

    private List<Integer> numbers(Hit... hits) {
        return numbers(List.of(hits));
    }

    private List<Integer> numbers(List<Hit> hits) {
        Map<Hit, Integer> numbers = tracksAtOnce.of(hits);
        return hits.stream().map(hit -> numbers.getOrDefault(hit, 1)).toList();
    }

    private static Hit hit(int track, String address, long second) {
        return new Hit(
                id(track), NOON.plusSeconds(second), IpAddress.parse(address).orElseThrow(), null, null);
    }
}
