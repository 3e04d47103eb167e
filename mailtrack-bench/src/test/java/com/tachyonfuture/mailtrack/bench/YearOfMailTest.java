package com.tachyonfuture.mailtrack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.domain.recording.Hit;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class YearOfMailTest {

    private static final Instant END = Instant.parse("2026-11-20T12:00:00Z");
    private static final DataSet SIZE = new DataSet(1_000, 10_000);
    private static final YearOfMail MAIL = YearOfMail.until(END, SIZE);

    private final List<Hit> hits = MAIL.hits(0, SIZE.opens());

    @Test
    void itIsTheSameEachTime() {
        var again = YearOfMail.until(END, SIZE);

        assertThat(again.hits(0, SIZE.opens())).isEqualTo(hits);
        assertThat(again.details(999)).isEqualTo(MAIL.details(999));
    }

    @Test
    void opensAreInOrderWithinTheYearAndAfterTheirTracks() {
        var created = IntStream.range(0, SIZE.tracks()).boxed().collect(Collectors.toMap(MAIL::id, MAIL::createdAt));

        assertThat(created).hasSize(SIZE.tracks());
        assertThat(hits)
                .hasSize(SIZE.opens())
                .isSortedAccordingTo(
                        Comparator.comparingLong(hit -> hit.receivedAt().getEpochSecond()))
                .allMatch(hit -> hit.receivedAt().isBefore(END))
                .allMatch(hit -> hit.receivedAt().isAfter(END.minus(Duration.ofDays(365))))
                .allMatch(hit -> !hit.receivedAt().isBefore(created.get(hit.trackId())));
    }

    @Test
    void someTracksHaveManyOpensAndSomeHaveNone() {
        var counts = hits.stream().collect(Collectors.groupingBy(Hit::trackId, Collectors.counting()));

        assertThat(counts).hasSizeBetween(600, 900);
        assertThat(counts.get(MAIL.id(MAIL.trackWithMost())))
                .isGreaterThan(100)
                .isEqualTo(Collections.max(counts.values()));
        assertThat(counts.get(MAIL.id(MAIL.trackNearest(0, track -> true)))).isEqualTo(1);
        assertThat(counts.get(MAIL.id(MAIL.trackNearest(20, track -> true)))).isBetween(18L, 22L);
    }

    @Test
    void someTracksAreInGroups() {
        int grouped = MAIL.trackNearest(20, track -> MAIL.details(track).messageGroupId() != null);

        assertThat(MAIL.details(grouped).messageGroupId()).isNotNull();
    }

    @Test
    void whatIsSearchedForIsThere() {
        assertThat(IntStream.range(0, SIZE.tracks()).mapToObj(MAIL::details))
                .allMatch(details -> details.violations().isEmpty())
                .anyMatch(details -> String.valueOf(details.subject()).contains("Rechnung"))
                .anyMatch(details -> String.valueOf(details.recipient()).startsWith("anna."));
    }

    @Test
    void addressesAreInManyPlaces() {
        assertThat(hits.stream().map(hit -> SeedWorld.place(Objects.requireNonNull(hit.address()))))
                .extracting(place -> place.city())
                .doesNotContainNull()
                .satisfies(cities -> assertThat(cities.stream().distinct()).hasSizeGreaterThan(500));
    }
}
