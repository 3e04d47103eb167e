package com.tachyonfuture.mailtrack.application.stats;

import static com.tachyonfuture.mailtrack.application.contract.Samples.batch;
import static com.tachyonfuture.mailtrack.application.contract.Samples.hit;
import static com.tachyonfuture.mailtrack.application.contract.Samples.judge;
import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tachyonfuture.mailtrack.application.stats.AnalyzeReads.Analysis;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeTracks.Analyzed;
import com.tachyonfuture.mailtrack.application.stats.AnalyzeTracks.Sample;
import com.tachyonfuture.mailtrack.application.track.FindTracks;
import com.tachyonfuture.mailtrack.application.track.TrackFilter;
import com.tachyonfuture.mailtrack.application.track.TrackSort;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.classify.Client;
import com.tachyonfuture.mailtrack.domain.classify.Description;
import com.tachyonfuture.mailtrack.domain.classify.DeviceClass;
import com.tachyonfuture.mailtrack.domain.classify.Network;
import com.tachyonfuture.mailtrack.domain.classify.Place;
import com.tachyonfuture.mailtrack.domain.classify.Verdict;
import com.tachyonfuture.mailtrack.domain.recording.Hit;
import com.tachyonfuture.mailtrack.domain.stats.Dimension;
import com.tachyonfuture.mailtrack.domain.stats.Period;
import com.tachyonfuture.mailtrack.domain.track.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AnalyzeTracksTest {

    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final Instant NOW = Instant.parse("2026-11-20T12:07:00Z");

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final AnalyzeReads analyzeReads = new AnalyzeReads(storage.numbers(), InstantSource.fixed(NOW));
    private final AnalyzeTracks analyzeTracks =
            new AnalyzeTracks(new FindTracks(storage.tracks()), storage.opens(), InstantSource.fixed(NOW));

    private static Description from(String country, String city, String client) {
        return new Description(
                new Place(country, null, city),
                new Network(3320, "Deutsche Telekom AG"),
                new Client(client, "macOS", DeviceClass.DESKTOP),
                1);
    }

    private Analyzed analyze(int most, Period period) {
        return (Analyzed) analyzeTracks.of(FindTracks.Request.newest(most), period, KOLKATA);
    }

    private static FindTracks.Request asked(@Nullable String query, @Nullable String recipient) {
        return new FindTracks.Request(
                query, TrackFilter.ALL.withRecipient(recipient), TrackSort.CREATED, AnalyzeTracks.MOST_TRACKS, null);
    }

    private void recordOpens(int tracks) {
        List<Verdict> verdicts = List.of(Verdict.HUMAN, Verdict.SCANNER, Verdict.IMAGE_PROXY, Verdict.SELF);
        for (int i = 0; i < tracks; i++) {
            Track track = track(i, NOW.minus(Duration.ofHours(13L * i)));
            storage.tracks().add(track);
            for (int j = 0; j < i % 4; j++) {
                var description = from(i % 3 == 0 ? "DE" : "IN", "City " + i % 20, "Client " + i % 17);
                storage.openLog()
                        .write(
                                batch(10L * i + j, hit(track, NOW.minusSeconds(20_011L * i - 9_000L * j))),
                                judge(verdicts.get((i + j) % 4), description));
            }
        }
    }

    @Test
    void allTracksComeToTheNumbersThatAreKept() {
        recordOpens(150);
        for (Period period : Period.NAMED) {
            Analysis counted = analyze(AnalyzeTracks.MOST_TRACKS, period).analysis();
            Analysis kept = analyzeReads.of(period, KOLKATA);

            assertThat(counted.summary().points()).isEqualTo(kept.summary().points());
            assertThat(counted.summary().now()).isEqualTo(kept.summary().now());
            assertThat(counted.summary().days()).isEqualTo(kept.summary().days());
            assertThat(counted.hours()).isEqualTo(kept.hours());
            assertThat(counted.top()).isEqualTo(kept.top());
        }
    }

    @Test
    void onlyTheTracksThatMatchAreCounted() {
        recordOpens(20);
        var request = asked(null, "reader3@example.com");

        var found = (Analyzed) analyzeTracks.of(request, Period.LAST_30_DAYS, KOLKATA);

        assertThat(found.sample()).isEqualTo(new Sample(1, false, null));
        assertThat(found.sample().isWhole()).isTrue();
        assertThat(found.analysis().summary().now().cohort().sent()).isEqualTo(1);
        assertThat(found.analysis().summary().now().opens().opens()).isEqualTo(3);
        assertThat(found.analysis().summary().before()).isNull();
    }

    @Test
    void ofMoreTracksTheNewestAreLookedAt() {
        recordOpens(20);

        Analyzed found = analyze(4, Period.ALL);

        assertThat(found.sample()).isEqualTo(new Sample(4, true, null));
        assertThat(found.sample().isWhole()).isFalse();
        assertThat(found.analysis().summary().now().cohort().sent()).isEqualTo(4);
        assertThat(found.analysis().summary().now().opens().opens()).isEqualTo(1 + 2 + 3);
    }

    @Test
    void ofMoreOpensTheLatestOfEachTrackAreLookedAt() {
        Track busy = track(1, NOW.minusSeconds(90_000));
        Track quiet = track(2, NOW.minusSeconds(80_000));
        storage.tracks().add(busy);
        storage.tracks().add(quiet);
        Hit[] many = IntStream.range(0, AnalyzeTracks.MOST_OPENS)
                .mapToObj(i -> hit(busy, NOW.minusSeconds(70_000 - i)))
                .toArray(Hit[]::new);
        storage.openLog().write(batch(0, many), judge(Verdict.SCANNER));
        storage.openLog()
                .write(batch(many.length, hit(quiet, NOW), hit(quiet, NOW), hit(busy, NOW)), judge(Verdict.HUMAN));

        Analyzed found = analyze(AnalyzeTracks.MOST_TRACKS, Period.LAST_7_DAYS);

        OpenCounts counts = found.analysis().summary().now().opens();
        assertThat(found.sample()).isEqualTo(new Sample(2, false, AnalyzeTracks.MOST_OPENS - 2));
        assertThat(counts.opens()).isEqualTo(AnalyzeTracks.MOST_OPENS);
        assertThat(counts.reads()).isEqualTo(2);
    }

    @Test
    void noTracksComeToNothing() {
        Analyzed found = analyze(AnalyzeTracks.MOST_TRACKS, Period.ALL);

        assertThat(found.sample()).isEqualTo(new Sample(0, false, null));
        assertThat(found.analysis().summary().now().cohort()).isEqualTo(Cohort.NONE);
        assertThat(found.analysis().top(Dimension.CITY)).isEqualTo(TopValues.NONE);
    }

    @Test
    void whatCannotBeSearchedForIsRefused() {
        var request = asked("x".repeat(501), null);

        assertThat(analyzeTracks.of(request, Period.USUAL, KOLKATA)).isInstanceOf(AnalyzeTracks.Refused.class);
    }

    @Test
    void moreTracksThanThatAreNeverLookedAt() {
        var asked = FindTracks.Request.newest(AnalyzeTracks.MOST_TRACKS + 1);

        assertThatThrownBy(() -> analyzeTracks.of(asked, Period.USUAL, KOLKATA))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
