package com.tachyonfuture.mailtrack.application.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.NOON;
import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.id;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.stats.TopValues.Value;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DescribeReadersTest extends InMemoryStorageFixture {

    private final DescribeReaders describeReaders = new DescribeReaders(opens());
    private int recorded;

    @BeforeEach
    void aTrack() {
        tracks().add(track(1));
    }

    private void record(Verdict verdict, String client, String country) {
        var description = new Description(
                new Place(country, null, null),
                new Network(64_500, "Network of " + country),
                new Client(client, "Linux", DeviceClass.DESKTOP),
                1);
        var at = NOON.plus(Duration.ofHours(recorded));
        openLog().write(batch(recorded++, hit(track(1), at)), judge(verdict, description));
    }

    @Test
    void countsWhatItsReadersHaveInCommonTheMostFrequentFirst() {
        record(Verdict.HUMAN, "Outlook", "FR");
        record(Verdict.HUMAN, "Thunderbird", "DE");
        record(Verdict.HUMAN, "Thunderbird", "AT");
        record(Verdict.BOT, "Outlook", "FR");

        DescribeReaders.Readers readers = describeReaders.of(id(1));

        assertThat(readers.reads()).isEqualTo(3);
        assertThat(readers.top(Dimension.CLIENT).values())
                .containsExactly(new Value("Thunderbird", 2), new Value("Outlook", 1));
        assertThat(readers.top(Dimension.COUNTRY).values())
                .containsExactly(new Value("AT", 1), new Value("DE", 1), new Value("FR", 1));
        assertThat(readers.top(Dimension.NETWORK).known()).isEqualTo(3);
    }

    @Test
    void whatAProxyHasIsNobodys() {
        record(Verdict.IMAGE_PROXY, "Firefox", "US");

        DescribeReaders.Readers readers = describeReaders.of(id(1));

        assertThat(readers.reads()).isEqualTo(1);
        assertThat(readers.top())
                .hasSize(Dimension.values().length)
                .allSatisfy((dimension, top) -> assertThat(top).isEqualTo(TopValues.NONE));
    }

    @Test
    void rareValuesAreCountedTogether() {
        for (int i = 0; i < DescribeReaders.MOST_VALUES + 2; i++) {
            record(Verdict.HUMAN, "Client " + i, "DE");
        }

        TopValues clients = describeReaders.of(id(1)).top(Dimension.CLIENT);

        assertThat(clients.values()).hasSize(DescribeReaders.MOST_VALUES);
        assertThat(clients.others()).isEqualTo(2);
    }

    @Test
    void ofAnUnknownTrackNothingIsKnown() {
        assertThat(describeReaders.of(id(2)).reads()).isZero();
        assertThat(DescribeReaders.Readers.NONE.top(Dimension.CITY)).isEqualTo(TopValues.NONE);
    }
}
