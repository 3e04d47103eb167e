package com.tachyonfuture.mailtrack.application.track;

import static com.tachyonfuture.mailtrack.application.contract.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import com.tachyonfuture.mailtrack.application.Cursors;
import com.tachyonfuture.mailtrack.application.contract.Samples;
import com.tachyonfuture.mailtrack.application.track.FindTracks.Found;
import com.tachyonfuture.mailtrack.application.track.FindTracks.Refused;
import com.tachyonfuture.mailtrack.application.track.FindTracks.Request;
import com.tachyonfuture.mailtrack.application.twin.InMemoryStorageFixture;
import com.tachyonfuture.mailtrack.domain.track.Track;
import com.tachyonfuture.mailtrack.domain.track.TrackDetails;
import com.tachyonfuture.mailtrack.domain.track.TrackId;
import com.tachyonfuture.mailtrack.domain.track.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FindTracksTest {

    private final InMemoryStorageFixture storage = new InMemoryStorageFixture();
    private final FindTracks findTracks = new FindTracks(storage.tracks());

    @Test
    void pagesFollowOneAnotherUntilTheLastOneHasNoNext() {
        for (int i = 1; i <= 5; i++) {
            storage.tracks().add(track(i));
        }

        Found first = found(Request.newest(2));
        Found second = found(next(first, 2));
        Found third = found(next(second, 2));

        assertThat(numbers(first)).containsExactly(5, 4);
        assertThat(numbers(second)).containsExactly(3, 2);
        assertThat(numbers(third)).containsExactly(1);
        assertThat(third.page().next()).isNull();
    }

    @Test
    void aPageThatIsJustFullHasNoNext() {
        storage.tracks().add(track(1));
        storage.tracks().add(track(2));

        assertThat(found(Request.newest(2)).page().next()).isNull();
    }

    @Test
    void tracksWithoutADateComeLastAndCanBePaged() {
        storage.tracks().add(track(1));
        var details = new TrackDetails(null, null, null, null);
        storage.tracks().add(new Track(Samples.id(2), details, null));
        storage.tracks().add(new Track(Samples.id(3), details, null));

        Found first = found(Request.newest(1));
        Found second = found(next(first, 1));
        Found third = found(next(second, 1));

        assertThat(List.of(numbers(first), numbers(second), numbers(third)))
                .containsExactly(List.of(1), List.of(3), List.of(2));
        assertThat(third.page().next()).isNull();
    }

    @Test
    void anIdFindsItsTrack() {
        storage.tracks().add(track(1));

        assertThat(findTracks.by(Samples.id(1))).contains(TrackSummary.untouched(track(1)));
        assertThat(findTracks.by(Samples.id(2))).isEmpty();
    }

    @Test
    void aSearchIsByWordsAndABlankOneIsNoSearch() {
        storage.tracks().add(track(1));
        storage.tracks().add(track(12));

        assertThat(numbers(found(search("READER12 exam")))).containsExactly(12);
        assertThat(numbers(found(search("offer 1")))).containsExactly(12, 1);
        assertThat(numbers(found(search(" ")))).containsExactly(12, 1);
        assertThat(numbers(found(search("?!")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_001, Integer.MAX_VALUE})
    void aLimitOutsideOfWhatIsAllowedIsRefused(int limit) {
        assertThat(refusedField(Request.newest(limit))).isEqualTo("limit");
    }

    @Test
    void aCursorThatWasNotGivenOutIsRefused() {
        assertThat(refusedField(after("!"))).isEqualTo("cursor");
        assertThat(refusedField(after("x".repeat(10_000)))).isEqualTo("cursor");
        assertThat(refusedField(after(Cursors.encode("open", "5")))).isEqualTo("cursor");
        assertThat(refusedField(after(Cursors.encode("track", "5")))).isEqualTo("cursor");
        assertThat(refusedField(after(Cursors.encode("track", "soon", "abc")))).isEqualTo("cursor");
        assertThat(refusedField(after(Cursors.encode("track", "9999999999999999999", "abc"))))
                .isEqualTo("cursor");
        assertThat(refusedField(after(Cursors.encode("track", "5", "")))).isEqualTo("cursor");
    }

    @Test
    void theCursorAfterAnyIdIsTakenBack() {
        for (String id : List.of("😀".repeat(36), "😁".repeat(36))) {
            storage.tracks()
                    .add(new Track(new TrackId(id), Samples.track(1).details(), Instant.parse("9999-12-31T23:59:59Z")));
        }
        String cursor = found(Request.newest(1)).page().next();

        assertThat(found(new Request(null, TrackFilter.ALL, TrackSort.CREATED, 1, cursor))
                        .page()
                        .items())
                .singleElement()
                .satisfies(last -> assertThat(last.track().id()).isEqualTo(new TrackId("😀".repeat(36))));
    }

    @Test
    void searchesLongerThanAnyTextAreRefused() {
        assertThat(refusedField(search("q".repeat(501)))).isEqualTo("q");
        assertThat(refusedField(of(TrackFilter.ALL.withRecipient("r".repeat(256)))))
                .isEqualTo("recipient");
        assertThat(refusedField(of(TrackFilter.ALL.withMessageGroupId("g".repeat(37)))))
                .isEqualTo("message_group_id");
    }

    @ParameterizedTest
    @EnumSource(TrackSort.class)
    void everyOrderHasCursorsOfItsOwn(TrackSort sort) {
        for (int i = 1; i <= 3; i++) {
            storage.tracks().add(track(i, new TrackDetails("\u001f😀", null, null, null)));
        }
        storage.tracks().add(track(4, new TrackDetails(null, null, null, null)));

        Found all = found(new Request(null, TrackFilter.ALL, sort, 10, null));
        List<Integer> paged = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Found page = found(new Request(null, TrackFilter.ALL, sort, 1, cursor));
            paged.addAll(numbers(page));
            cursor = page.page().next();
            for (TrackSort other : TrackSort.values()) {
                if (other != sort && cursor != null) {
                    assertThat(refusedField(new Request(null, TrackFilter.ALL, other, 1, cursor)))
                            .isEqualTo("cursor");
                }
            }
        } while (cursor != null);

        assertThat(paged).isEqualTo(numbers(all)).hasSize(4);
    }

    @Test
    void aCursorThatSomebodyWroteIsRefusedInEveryOrder() {
        for (String[] parts : new String[][] {
            {"track-active", "5"},
            {"track-reads", "5", "abc"},
            {"track-reads", "many", "5", "abc"},
            {"track-reads", "1", "5", ""},
            {"track-recipient", "ada", "5", "abc"},
            {"track-recipient", "+!", "5", "abc"},
            {"track-recipient", "-", "5", "abc", "more"},
        }) {
            String[] rest = Arrays.copyOfRange(parts, 1, parts.length);
            TrackSort sort = TrackSort.of(parts[0].substring(6)).orElseThrow();
            String cursor = Cursors.encode(parts[0], rest);
            assertThat(refusedField(new Request(null, TrackFilter.ALL, sort, 1, cursor)))
                    .isEqualTo("cursor");
        }
    }

    private static Request search(String query) {
        return new Request(query, TrackFilter.ALL, TrackSort.CREATED, 10, null);
    }

    private static Request of(TrackFilter filter) {
        return new Request(null, filter, TrackSort.CREATED, 10, null);
    }

    private static Request after(@Nullable String cursor) {
        return new Request(null, TrackFilter.ALL, TrackSort.CREATED, 10, cursor);
    }

    private static Request next(Found page, int limit) {
        return new Request(
                null, TrackFilter.ALL, TrackSort.CREATED, limit, page.page().next());
    }

    private Found found(Request request) {
        FindTracks.Outcome outcome = findTracks.matching(request);
        assertThat(outcome).isInstanceOf(Found.class);
        return (Found) outcome;
    }

    private String refusedField(Request request) {
        FindTracks.Outcome outcome = findTracks.matching(request);
        assertThat(outcome).isInstanceOf(Refused.class);
        List<Violation> violations = ((Refused) outcome).refusal().violations();
        assertThat(violations).hasSize(1);
        return violations.get(0).field();
    }

    private static List<Integer> numbers(Found found) {
        return found.page().items().stream()
                .map(item -> Integer.valueOf(item.track().id().value().substring(24)))
                .toList();
    }
}
